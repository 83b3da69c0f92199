import type { ProblemTexts } from "./words.ts";

export const zh: ProblemTexts = {
  "malformed-json": { title: "请求正文不是 JSON", detail: "请发送一个采用 UTF-8 编码的 JSON 对象。" },
  "invalid-request": {
    title: "请求不符合模式",
    detail: "请改正 `errors` 所列内容；每一条目指明一处。",
  },
  "idempotency-key-missing": {
    title: "创建操作需要 Idempotency-Key",
    detail: "请发送由 8 至 128 个字母、数字、- 或 _ 组成的键，每次创建使用新键，重复同一请求时保持不变。",
  },
  "idempotency-key-invalid": {
    title: "Idempotency-Key 应由 8 至 128 个字母、数字、- 或 _ 组成",
    detail: "请用 A 至 Z、a 至 z、0 至 9、- 和 _ 组成键；每个请求使用新键，重复同一请求时保持不变。",
  },
  "invalid-cursor": {
    title: "此游标并非由本列表给出",
    detail: "请先不带 `cursor` 重新开始，然后以相同的筛选条件原样使用 `next`。",
  },
  "wrong-token-use": { title: "这不是访问令牌", detail: "请发送登录所得的访问令牌，而不是身份令牌。" },
  "no-account": {
    title: "此账户不属于任何已登记人员",
    detail: "请常驻代表团指派您，或请秘书处为您登记；如果刚刚被指派，请在几秒钟后再次发送请求。",
  },
  "not-yours": {
    title: "此事应由他人办理",
    detail: "请查看审议的 `actions`，了解您现在可以做什么；您的角色见 `GET /v1/me`。",
  },
  "not-found": { title: "此处没有内容", detail: "请检查路径及其中的标识符。" },
  "method-not-allowed": { title: "此路径接受其他方法", detail: "请查阅 API 参考文档。" },
  "wrong-stage": {
    title: "审议处于另一阶段",
    detail: "请重新读取：`stage` 和 `actions` 说明接下来的步骤。",
  },
  "group-already-started": {
    title: "该组已于另一日启动",
    detail: "请读取该组：启动日期以记录为准；日期有误时，请联系系统运行人员。",
  },
  "focal-point-exists": {
    title: "该缔约方在此项审议中已有联络人",
    detail: "每一缔约方在每项审议中只有一名联络人；请略去 `reviews` 所列的审议。",
  },
  "not-owed": {
    title: "目前没有此项义务",
    detail: "请查看审议的义务：已履行、已失效或尚未产生的义务不能履行、退回或延迟。",
  },
  "no-delay-waiting": { title: "没有此项待定的延迟", detail: "请读取该义务的 `delayAsked`。" },
  "consultation-concluded": {
    title: "磋商已经结束",
    detail: "错误的日期由秘书处更正；语文仍可记录。",
  },
  "meeting-missing": {
    title: "既未记录会议，也未记录例外情况",
    detail: "请记录会议日期，或请秘书处记录不举行会议的例外情况。",
  },
  "meeting-recorded": {
    title: "已记录一次会议",
    detail: "请勿填写 `withoutMeeting`：`heldOn` 说明各方何时开会，也可改记另一日期。",
  },
  "languages-missing": {
    title: "尚无关于语文的记录",
    detail: "请记录商定的语文，或记录尚未商定的原因。",
  },
  "answers-missing": {
    title: "答复尚未收到",
    detail: "请等待受审议缔约方提交或重新提交答复。",
  },
  "already-cleared": {
    title: "此处已核准另一文本",
    detail:
      "请阅读于 `clearedAt` 核准的文本：该文本仍然有效。秘书处应缔约方请求退回其答复或反馈；对澄清请求的答复保持不变。",
  },
  "feedback-begun": {
    title: "一审议缔约方已核准其对这些答复的反馈",
    detail: "只有在尚无审议缔约方核准反馈时才能退回答复；请改为请求澄清。",
  },
  "agreement-begun": {
    title: "一缔约方已同意意见清单",
    detail: "只有在此之前才能退回反馈；请改为提出新版本。",
  },
  "feedback-open": {
    title: "仍有书面反馈尚未提交",
    detail: "每一审议缔约方均核准其书面反馈之后，方可同意并发布清单。",
  },
  "not-yet-due": { title: "日期尚未过去", detail: "只有在 `dueAt` 之后，才能在未获答复的情况下关闭澄清请求。" },
  "list-missing": { title: "尚无意见清单", detail: "须先提出第一个版本。" },
  "old-version": { title: "这不是当前提出的版本", detail: "请重新阅读清单，并就 `version` 作出决定。" },
  "not-agreed": {
    title: "并非所有缔约方都已同意此版本",
    detail: "各方均同意后才发布清单；尚待 `parties` 所列缔约方同意。",
  },
  "focal-point-missing": {
    title: "审议中有一缔约方没有联络人",
    detail: "待 `parties` 所列缔约方指派联络人后，审议方可继续。",
  },
  "mandate-ended": { title: "此项任命已经终止", detail: "请查看该缔约方的有效任命。" },
  "ends-earlier": {
    title: "此项任命已定于该日之前终止",
    detail: "任命自 `until` 起终止；可以另定更早的日期，不得推后。如需继续任职，请重新指派。",
  },
  "successor-named": {
    title: "已指派另一人自该日起接任",
    detail: "请先更换该接任者的任命（见 `mandate`）；如有需要，再与新的接任者一并提前日期。",
  },
  "already-serves": {
    title: "此人已担任此项任命",
    detail: "请指派另一人接任；如要终止任命而无人接任，请解除该任命。",
  },
  "redraws-used-up": {
    title: "该缔约方请求重新抽签的次数已用完",
    detail: "次数由规则设定；见 `most`。",
  },
  "redraw-not-asked": { title: "无人请求为此席位重新抽签", detail: "请先记录该请求。" },
  "draft-changed": {
    title: "草稿在读取之后已有改动",
    detail: "请阅读 `instruments` 所列的草稿，并核准其当前版本。",
  },
  "nobody-to-draw": {
    title: "抽签规则不允许任何一方担任此席位",
    detail: "请记录在系统之外进行的抽签，并说明偏离规则的理由。",
  },
  "preview-expired": {
    title: "已不存在与此哈希值对应的预览",
    detail: "请重新预览该通函，并使用新的哈希值发送。",
  },
  "preview-changed": {
    title: "自预览以来收件范围已有变化",
    detail: "请重新预览；`recipients` 表明现在的收件人数。",
  },
  "second-person-needed": {
    title: "下令发送通函的人不能批准该通函",
    detail: "请由秘书处的另一人批准。",
  },
  "wrong-bulletin-state": {
    title: "该通函处于其他状态",
    detail: "请重新读取；`state` 和仍在等待的信函说明可对其采取的行动；已发出的无法收回。",
  },
  "nobody-to-resend": {
    title: "没有通函未送达的收件人",
    detail: "请查看收件人；只有失败、退回或没有地址的信函才会再次发送。是否发出不明的信函请先处理。",
  },
  "bulletin-under-way": {
    title: "此通函的信函仍在准备之中",
    detail: "请稍候；每位收件人都有信函之后，才能知道哪些人未送达。",
  },
  "nothing-to-settle": {
    title: "此处没有待处理的事项",
    detail: "只有是否发出不明且不会自行再次发送的信函才需处理。请重新读取：`state` 说明其结果。",
  },
  "settled-otherwise": {
    title: "此信函已由他人作出不同处理",
    detail: "请重新读取：`outcome` 为最先作出的处理，仍然有效。",
  },
  "address-in-use": {
    title: "此电子邮件地址属于为另一缔约方或以另一身份登记的人员",
    detail: "请使用该人员本人的地址。",
  },
  "already-registered": { title: "此项已经登记", detail: "请读取该项，并更正有误之处。" },
  conflict: { title: "他人在同一时间更改了同一内容", detail: "请再次发送请求；该请求未执行任何内容。" },
  "stale-version": {
    title: "内容在您读取之后已有改动",
    detail: "请重新读取、重新决定，并在 If-Match 中发送新的 ETag。",
  },
  "body-too-large": { title: "请求正文超过 1 MB", detail: "请减少每次发送的内容。" },
  "wrong-content-type": {
    title: "请求正文的类型不是此操作所接受的类型",
    detail: "请按照 API 参考文档设定 Content-Type。",
  },
  incomplete: { title: "内容不完整", detail: "`missing` 列出尚无文本的文书。" },
  "unknown-language": {
    title: "这不是六种工作语文之一",
    detail: "请从 ar、en、es、fr、ru、zh 中选择。",
  },
  "too-many-languages": {
    title: "一项审议使用一种或两种语文",
    detail: "三种语文仅作为说明理由的例外；绝不使用四种。",
  },
  "no-delay-for-nominations": {
    title: "指派不得延迟",
    detail: "请在可能时指派人员；逾期只会引起催复通知。",
  },
  "instrument-not-reviewed": {
    title: "该缔约方在此没有关于这一文书的文本",
    detail: "请给出该缔约方席位所涉的文书；见审议的 `seats`。",
  },
  "unknown-obligation": { title: "该审议没有此项义务", detail: "请查看审议的各项义务。" },
  "unknown-clarification": { title: "该审议没有此编号的澄清请求", detail: "请查看审议的各项澄清请求。" },
  "unknown-mandate": { title: "该缔约方没有作出此项任命", detail: "请查看该缔约方的各项任命。" },
  "unknown-seat": {
    title: "不能为此席位重新抽签",
    detail: "受审议缔约方可就任何审议席位提出请求，审议缔约方可就其本身的席位提出请求。",
  },
  "seat-held": {
    title: "抽中的缔约方在此次审议中已有席位",
    detail: "请指定没有席位的缔约方；见审议的 `seats`。`party` 说明是哪一方。",
  },
  "breaks-lots-rules": {
    title: "此次抽签会违反抽签规则",
    detail:
      "请重新抽签：`violations` 说明违反哪些规则以及涉及哪一方。在系统之外进行的抽签，如在 `deviation` 中说明理由，可予保留。",
  },
  "clock-missing": { title: "须商定问卷期限的起算日", detail: "请给出 `clockStartsOn`。" },
  "empty-audience": {
    title: "此收件范围内没有任何人",
    detail: "请选择其他收件范围；没有收件人时不会发送任何内容。",
  },
  "too-many-recipients": {
    title: "收件人数超过一次通函的上限",
    detail: "请缩小收件范围；上限见 `most`。",
  },
  "unusable-text": {
    title: "该文本不能照此发送",
    detail: "请改正 `problems` 所列之处；每一项都指明位置和问题。",
  },
  "send-time-past": {
    title: "发送时间已过",
    detail: "请给出更晚的时间，或省略 `sendAt` 以立即发送。",
  },
  "date-too-late": { title: "此日期过晚", detail: "请给出较早的日期；最晚日期见 `latest`。" },
  "date-in-the-future": { title: "此日期尚未到来", detail: "请给出不晚于维也纳当日的日期。" },
  "date-too-early": { title: "此日期过早", detail: "请给出较晚的日期；最早日期见 `earliest`。" },
  "not-participating": { title: "该缔约方不参加本机制", detail: "只有参加本机制的缔约方才有审议。" },
  "no-review-to-serve": {
    title: "该缔约方没有可为之指派人员的审议",
    detail: "请等待抽签，或指明该缔约方占有席位的审议。",
  },
  "not-in-this-review": {
    title: "该缔约方在此项审议中没有席位",
    detail: "请指明该缔约方受审议或担任审议方的审议。",
  },
  "unknown-party": { title: "没有使用此代码的缔约方", detail: "请查看 /v1/parties。" },
  "unknown-person": { title: "该缔约方没有使用此标识符的人员", detail: "请查看该缔约方各项任命的担任者。" },
  "unknown-officer": {
    title: "秘书处没有使用此标识的人",
    detail: "请指定已登记为秘书处人员的用户。",
  },
  "unknown-contact": {
    title: "与该缔约方的联系中没有此编号",
    detail: "见该缔约方的联系记录。",
  },
  "no-open-invitation": {
    title: "这些人没有待使用的邀请",
    detail: "请指定已受邀但尚未使用其账户的人员。",
  },
  "party-required": {
    title: "身份与缔约方不相符",
    detail: "常驻代表团代表一个缔约方行事；秘书处和主席不代表任何缔约方。",
  },
  "invalid-party-file": {
    title: "缔约方文件中有错误的行；未导入任何内容",
    detail: "请改正 `errors` 所指的行和列，并重新发送整个文件。",
  },
  "key-reused": {
    title: "此 Idempotency-Key 先前已随另一正文发送",
    detail: "新请求请使用新键；重复请求时请勿更改正文。",
  },
  "version-missing": { title: "此项更改需要 If-Match", detail: "请先读取，并在 If-Match 中发送其 ETag。" },
  internal: { title: "系统发生故障", detail: "请稍后再次发送请求；并将 `instance` 告知系统运行人员。" },
  busy: { title: "同时处理的请求过多", detail: "请在 Retry-After 所示秒数之后再次发送请求。" },
};
