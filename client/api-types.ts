// Printed from docs/openapi.json by npm run docs; changes by hand are lost.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the system answers, and what time it has
         * @description Queries no table: it reports that a function runs, of which deployment, and its time.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bulletins, in the order in which they were ordered
         * @description The text and progress of each have their own path.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listBulletins"];
        put?: never;
        /**
         * Order the sending of what was previewed, now or at a time
         * @description Answers at once; the letters are planned page by page and leave behind those about deadlines. Who gets it is settled with the order. Refused where the audience is no longer the one of the preview. Above a number of recipients it waits for a second person of the secretariat.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["orderBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A bulletin: text, audience and progress
         * @description `progress` is counted from the letters, a moment behind what was just written.
         *
         *     **Who:** the secretariat.
         */
        get: operations["getBulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a bulletin to many, as a second person of the secretariat
         * @description The user who ordered it cannot approve it. What is due by now leaves with the approval.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["approveBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a bulletin up: what is still planned is not sent
         * @description What has left has left; a letter that a sender holds at this moment still leaves. Not possible when every letter has come to its end.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["cancelBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fixed recipients of a bulletin, with the reason and the outcome of the latest letter
         * @description Name and address are those of the latest letter, as it was sent. `outcome` chooses by what `progress` counts: `bounced`, `delivered` and `complained` are among those `sent`, `to-settle` among those `unknown`.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listBulletinRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a bulletin again, only to the recipients that it did not reach
         * @description Letters that failed, bounced or had no usable address; never those that were reported as unwanted, nor those whose delivery is unknown.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["resendBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a bulletin that the breaker has stopped
         * @description The breaker starts a new count from here.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["resumeBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/{bulletinId}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle all letters of a bulletin whose delivery is unknown, in one act
         * @description A letter that the sender claimed and of which neither an answer nor a report came is `unknown`: one about an obligation is sent once more automatically, then it waits for a person, as those of bulletins do at once. A report of the mail service that comes later still moves it. A repeated request is answered as done. Each letter that waits is settled alike; `progress.toSettle` of the bulletin says how many there are, and its recipients with `outcome=unknown` which. The bulletin is recorded as settled before its letters are: if some of them could not be settled, repeat the request.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["settleBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the recipients and the text of a bulletin, before anything is sent
         * @description Every letter is rendered: what cannot be sent is refused here, with the place or the recipients. `hash` is what the order quotes; it names audience, texts, fallback and every recipient, and is good until `expiresAt`. Each recipient gets the text in their own language where `texts` has it, else in the first language of `fallback` that it has; where a recipient has no text by either, the preview is refused and names them. `languages` counts the recipients of each, and there is a sample of each. `sendAt` is only checked.
         *
         *     **Who:** the secretariat.
         */
        post: operations["previewBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulletins/previews/{hash}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The recipients in a preview, each with the reason
         * @description As they were when the preview was made; the order freezes them, and each is written to in the language that they read then. `textLanguage` chooses those who would be written to in it.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listPreviewRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dates of a party or of a person as a calendar file, by the link that they gave out
         * @description Each obligation is a whole day, on which it is due at its end in Vienna (RFC 5545). `UID` is that of the obligation and stays; `SEQUENCE` is higher after each change of the date, and `STATUS` is `CANCELLED` once the obligation is met or has ended without being met. It is in the language in which the user who created the link gets letters, and names parties and no person.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contact log: of a party, of a review, or of all
         * @description Calls, briefings and what came of them, the last recorded first. With `party` over all its reviews and in general, with `review` those about this review with any of its parties. With `cluster` or `cycle` those about a review of it alone. A page may hold fewer than `limit` and still have a `next`.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Record calls, briefings and other contacts with parties, all or none
         * @description About a review of the party, or in general. `nextOn` brings it back to the worklist on that day, until a contact that `follows` it is recorded. The note is kept outside the journal and may name people. Contacts with one party are numbered in the order of the list, and none of them follows another of the same request. If an entry is refused, `items` names it and every other that is, and nothing is recorded.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["recordContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/country-profiles/{partyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public data of a party: contact, and group, start and stage of its reviews
         * @description `office` and its institution appear there as long as the party consents to that, by `publicOffice` of its mission’s contacts; else `secretariat` does. What is recorded of persons, their institutions among it, is not public.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getCountryProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The current status of the reviews: stages, blockers, missing people, obligations overdue
         * @description Every number has a list: that of its figure, filtered by the values of its part. `total` is the list without a filter. With `cluster`, `cycle` or `group` all is counted within it, parts by party included. A part that counts nothing is left out. Parts by party are the secretariat's.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getCurrentFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/current/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a figure counts, one by one, those that have waited longest first
         * @description Dates are judged as of `asOf`, on every page as of the first. `count` is how many the whole list has; what happens while one pages shows where it is still ahead.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listFigureMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/gate-projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When as many reviews of the first group may be concluded as the next phase needs
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. Of the cluster whose first group started last, where none is given. `method` and `assumptions` say in words how it is projected: from the lower quartile, the median and the upper quartile of the days that steps took. Where fewer than four reviews passed a step that is ahead, there is too little to project from. The drawing (`format=svg`) is made like those of the status paper.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getGateProjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/paper/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the figures I to VI of the status paper as at a day: its numbers, or drawn
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. Every review that the figure counts is in one row and one part of it, so that parts sum to totals; groups without reviews and combinations of languages without any agreement have no row. Counts may be some seconds behind what was just recorded. The drawing (`format=svg`) is 600 pixels wide and loads nothing; its title and description say in words what it shows, and its parts differ without colour.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getPaperFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/stalled-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stalled reviews wait for as at a day, and which single acts would free most of them
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. A review is stalled where something that it waits for is past its date, or has none. It is freed by an act where it waits for nothing else; naming a focal point is one act in all reviews of a party, every other act is one in one review. Each review that one act frees is freed by exactly one, so that `frees` of `acts` and `furtherActs` sum to `freedByOneAct`. Acts that free as many have the same `rank`. Whose an act is and which reviews it frees is shown to the secretariat, for missing focal points to the President, and to a party for its own acts. The drawing (`format=svg`) is made like those of the status paper.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getStalledReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Groups of reviews, planned and started
         * @description Three in each thematic cluster, in their order.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One group
         * @description With its planned day and, once it has started, the day of its start.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the day of a group's start that was recorded wrongly, with a reason
         * @description All reviews are checked first: a day that what is on record of one of them contradicts is refused, and `review` and `contradicts` say which and what; who was named before the day does not. Then the reviews follow one by one, as by `correctReview`, and `state` turns from `correcting` to `started`; one whose start was corrected separately to another day keeps that day. A day off the plan needs a second person of the secretariat (`approveGroupStart`): it is `correctionOrdered` until then, another order takes its place, and `reverseGroupStart` with `order` gives it up. Where letters have stated the wrong day, the mission and the focal points of every party whose dates move get one letter at the next 09:00 in Vienna; else those of the start state the right one. Repeating the day changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["correctGroupStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/reminders/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume the reminders of a group that was taken over
         * @description Quotes the hash of a preview, and is refused where that would count something else now. The reviews follow one by one right after; `reminders` of the group turns from `paused` to `resuming`, and is left out once that is done. While another group is being resumed, this resumption is recorded at once and applied after that one. At the next 09:00 in Vienna each party's mission and focal points get one letter with the status of its reviews; reminders continue from there, and earlier steps are not repeated. Those who serve are invited right away. Other groups stay as they are. Another request changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["resumeReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/reminders/resumption/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the letters that leave when a group's reminders resume, before anything is recorded
         * @description Of a group that an import took over: how many letters would leave, to which missions and how many focal points, which parties have left no address, and how many people would be invited. `hash` is what the release quotes; it is valid until a party, a mission with an address or a user who serves is added to the group or leaves it. Invitations that the release of another group sends meanwhile do not change it.
         *
         *     **Who:** the secretariat.
         */
        post: operations["previewResumption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a group of reviews on a day that has come
         * @description Quotes the hash of a preview, and is refused where that would count something else now. The reviews start one by one right after; `state` of the group turns from `starting` to `started`. A review of `joinedSince` starts without what its party has joined only with its reason among `uncovered`, which the journal keeps; else the start is refused, and `reviews` of the problem names it. A day off the plan needs a second person of the secretariat: `state` is `awaiting-approval` until then. Starting again on the same day changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["startGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/start/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a start off the plan or a correction of its day, as a second person of the secretariat
         * @description The user who ordered it cannot approve it. The group starts with it, if a preview still counts what the one did that was ordered; or the day of its start is corrected, if nothing on record contradicts that by now.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["approveGroupStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/start/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what the start of a group would bring about, before anything is recorded
         * @description How many letters would leave to which missions and when, which parties have left no address, and how far from the plan the day is. `joinedSince` lists reviews that would start without something that their party has joined by that day: `addInstruments` lets a review take it in as long as it has not started, and no agreement is needed; without that the start gives a reason for each. `hash` is what the start quotes; it is good as long as nothing that is counted here changes.
         *
         *     **Who:** the secretariat.
         */
        post: operations["previewGroupStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/start/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the start of a group, or give up an order that waits for approval, with a reason
         * @description `what` says which. `order` gives up what waits for a second person, a start (`awaiting-approval`) or a correction of its day (`correctionOrdered`), and leaves a start that has taken place as it is. `start` undoes one that has taken place, and a pending correction ends with it: its reviews are scheduled again one by one, none of its obligations are open, and `state` turns from `undoing` to `planned`. Where letters have left, exactly those who had one get a letter of correction; else nothing is sent. Once a party has acted it is refused: `party`, `review` and `act` say which, where and what. Where nothing waits, or nothing has started, the answer is `wrong-group-state`.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["reverseGroupStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{groupId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The indicative timeline of a group: by when each step was expected, and how many reviews are behind it
         * @description Counted from the planned start of the group, so that reviews whose own dates have not begun are behind it as well. It is a measure and no obligation: there are no reminders about it. `reviews` of a step names those behind, to the secretariat only.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getGroupTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, and how far each is
         * @description In the order of ids.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Take over reviews that run already, with all that was recorded of them elsewhere
         * @description Sheets of parties, missions, phases, pairings, deviations, people, steps, delays and redraws, each as CSV or as rows with the same columns; docs/imports.md says what each column holds. The whole is checked first: each review is played by the rules of the system, every step on its day. With `dryRun` nothing is recorded, and the answer says what would be and what is wrong, by sheet, row and column; else an import with anything wrong is refused. Then it is applied review by review; `getImport` says how far it is. The same content once more is the same import and changes nothing. A request holds 5.75 MB. No letter leaves about what was taken over: a group that has started has its reminders `paused` until they are resumed (`previewResumption`, `resumeReminders`).
         *
         *     **Who:** the secretariat.
         */
        post: operations["orderImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import: how far it is, and what could not be applied
         * @description `done` of `total` reviews are there; `refused` names what was kept from it.
         *
         *     **Who:** the secretariat.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send invitations again that were not used
         * @description To the users named, or to all whose invitation is on the worklist as unused. Each gets a new letter; users who use the account before it leaves get none.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["resendInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in a month, over all journals, in the order of recording
         * @description Months are of UTC, by `recordedAt`. `subject` names the journal that an entry belongs to, like `review#c1-FR`. The list follows the journals within a moment.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listJournalFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which journals of a kind there are, and where each ends
         * @description `version` and `hash` are kept apart from the journal, so that a journal that lost its last entries is noticed. The list follows the journals within a moment.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listJournalHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One journal, entry by entry: of a party, group, review, user, bulletin, text, contact-log, phase, import, register-entry or status-paper
         * @description A contact-log has the id of its party, and begins with the first contact. Where there is no such journal the answer is `not-found`; an empty list says that its entries are lost.
         *
         *     **Who:** the secretariat.
         */
        get: operations["getJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal/{kind}/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a journal's chain of hashes is whole, and its first broken link
         * @description The chain is recomputed from the first entry. Any reader of the entries can do so: the tag Journal explains how a hash is made.
         *
         *     **Who:** the secretariat.
         */
        get: operations["verifyJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of stages, instruments, actions, refusals and other codes in the requested language
         * @description In the best of the six working languages for `Accept-Language`; English where it names none of them. Labels are plain text without markup. In every language but English `translationNote` says that no professional translator has read them. Codes may be added: show the code itself where a label is missing.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters by party, kind, state and day, newest first
         * @description Newest first, and those to its own party where a mission asks; in one state alone those that have waited longest first. Where the secretariat names neither party nor state nor a day, those of the last 31 days. Each with what became of it, and with its explanation where that is asked for, as a check of the system from outside needs it. A page may hold fewer than `limit`, or none, and still have a `next`: by kind, and by state together with a party or days, a request reads at most a thousand letters.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        get: operations["listLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/{letterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One letter and what became of it
         * @description What became of it. A mission reads letters to its own party. `explanation` says why it was sent, or was not: the rule with its paragraphs, the date and generation, and the current status of what it covers. `text` is what it says, as it was sent, and the address it went to; its `state` says why there is no text where there is none: the letter was not sent, texts were not kept then, or it was erased, with the person or after its time. Show `html` in a sandboxed frame.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        get: operations["getLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/{letterId}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle a letter whose delivery is unknown: it went out, or it is sent again
         * @description A letter that the sender claimed and of which neither an answer nor a report came is `unknown`: one about an obligation is sent once more automatically, then it waits for a person, as those of bulletins do at once. A report of the mail service that comes later still moves it. A repeated request is answered as done. Sent again, the letter ends as `failed` and a new one is planned, with the next attempt; it is written from the state at that time, and not sent if there is nothing left to say; an invitation counts as the next one of its user. A letter of a bulletin is settled alone while the bulletin itself may be settled: not while it is stopped, nor after it was given up.
         *
         *     **Who:** the secretariat.
         */
        post: operations["settleLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am here, where I serve, and whether I have to set up a second factor
         * @description The first request after the sign-in: it returns the user of the token, the reviews in which the user serves, and whether a second factor must be set up. `person.language` is the language of letters to the user: of a permanent mission, that of its contacts.
         *
         *     **Who:** every user with an account.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether there is a link to a calendar with the caller’s dates
         * @description It gives the day since which a link exists, and never the link itself, which cannot be read again. A permanent mission's shows all dates of its party; that of a delegate the dates of the obligations in which they have a part by a mandate.
         *
         *     **Who:** the person concerned; the permanent mission of a party concerned.
         */
        get: operations["getCalendarLink"];
        put?: never;
        /**
         * Give out a link to a calendar with the caller’s dates; the link before is worth nothing from then on
         * @description The path of the feed holds a secret and is shown only once. Any user who has it reads the calendar without signing in, so it must be passed on with care. A program for calendars requests it at the address of the API. It ends as it is revoked, as another is given out, and as the access of the caller ends or goes to another address. Missions get one, and focal points and experts as long as they serve. Observers get none.
         *
         *     **Who:** focal points and experts of any review; the permanent mission of a party concerned.
         */
        post: operations["issueCalendarLink"];
        /**
         * Revoke the link to a calendar with the caller’s dates
         * @description From the next request on the link answers 410, for good. To revoke none is done already.
         *
         *     **Who:** the person concerned; the permanent mission of a party concerned.
         */
        delete: operations["revokeCalendarLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/mandate-offers/{mandateId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a mandate of another party; it begins now
         * @description From now on the caller serves the party that made the offer as well. The missions of both parties are notified.
         *
         *     **Headers:** `Idempotency-Key` is optional.
         *
         *     **Who:** the person concerned.
         */
        post: operations["acceptMandateOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/mandate-offers/{mandateId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a mandate of another party
         * @description The mission that made the offer is notified. The mission of the party of the caller is not.
         *
         *     **Headers:** `Idempotency-Key` is optional.
         *
         *     **Who:** the person concerned.
         */
        post: operations["refuseMandateOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/missing-nominations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Parties that have not named a focal point, or experts, by earliest date
         * @description One item for each review and party whose nomination is pending; experts where `kind` selects them.
         *
         *     **Who:** the secretariat; the President.
         */
        get: operations["listMissingNominations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nomination-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tick nominations, all or none: each says what the note verbale says
         * @description A focal point or an expert who was newly named stays on the worklist until then. Ticked in every review in which the mandate is held; a nomination that is ticked already stays as it is. If an entry is refused, `items` names it and every other that is, and nothing is ticked. A mandate is ticked in each of its reviews, so that fewer than the limit may be more than one transaction holds (`too-much-at-once`): send them in parts.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["checkNominations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The obligations that the caller may see, of all reviews, a party or a review, earliest due first
         * @description Open obligations where no `state` is given. A missed date has no penalty: the obligation stays open until it is met. A mission sees those of its own party, and those who serve in a review see all of it. Filters combine. `dueFrom` and `dueTo` are days in Vienna, both included. An obligation whose date changes while one pages may be shown twice or not at all.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This description, OpenAPI 3.1
         * @description The document that clients are generated from. What may change within /v1 is said in docs/versioning.md. It is always compressed with gzip, for every `Accept-Encoding`. With curl, use `--compressed`.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pages/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first of the public pages, in one of six languages
         * @description It links to pages of pairings, country profiles, publications and the status of the Mechanism, below this path. The pages need no script and load nothing. They are for people: data come from the other operations.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getOverviewPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pairings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pairings of parties, as the lots were drawn
         * @description In the order of reviews.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["listPairings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pairings/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reviewers of a party, and every redraw with its lots, for readers who want to repeat the draw
         * @description Each redraw that was held here gives its seed and the candidates, in the order of the codes: by the generator xoroshiro128plus, begun with the seed, one of `candidates` is drawn for the seat, then one of `candidates` of each additional draw. Reasons of deviations are not public.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getPairing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Parties to the Convention
         * @description In the order of their codes.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listParties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One party
         * @description A party as the depositary's list and the secretariat's corrections have it.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct what is recorded of a party, with the reason
         * @description Every reader of the party's journal sees that it was corrected, and why. Members that are left out do not change.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat.
         */
        patch: operations["correctParty"];
        trace?: never;
    };
    "/v1/parties/{partyId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the day or the document of a denunciation that was recorded wrongly, with a reason
         * @description The denunciation takes the right day in the reviews of the party and for its seats in others, and figures count by it. The day lies neither before the party had joined the Convention nor after lots were drawn for one of its seats: `review` and `contradicts` say where. Exactly those who had a letter about the denunciation get one that corrects it; letters that have not left state the right day. A correction without effect changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["correctDenunciation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/denunciation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order the record of a denunciation, which then waits for a second person
         * @description With the date on which the denunciation took effect, the document that notified it, and the `hash` of a preview (`previewDenunciation`). Nothing changes until a second person of the secretariat approves it (`approveDenunciation`): until then the party has `denunciationOrdered`. Another order replaces the one that waits, and `reverseDenunciation` withdraws it. Refused if a preview has another result by now.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["orderDenunciation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/denunciation/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a denunciation as a second person of the secretariat
         * @description Not possible for the officer who ordered it. The reviews of the party that have not concluded are discontinued; for its seats in other reviews lots are drawn by `carryOutRedraw`, which counts for no party. Its obligations become void, and the mandates of its people end. The missions of the reviews concerned are notified. Refused if a preview has another result than the one that was ordered. `correctDenunciation` corrects a mistake, `reverseDenunciation` undoes it.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["approveDenunciation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/denunciation/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the effects of a denunciation, before anything is recorded
         * @description Which reviews of the party would be discontinued, in which reviews its seat would become vacant, how many obligations would become void and mandates end, which letters would leave to which recipients, and which parties have no address on record. The order requires the `hash`, which stays valid while nothing in the preview changes.
         *
         *     **Who:** the secretariat.
         */
        post: operations["previewDenunciation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/denunciation/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a denunciation that was recorded in error, or withdraw the order of one, with a reason
         * @description A denunciation that waits for a second person is withdrawn, and nothing else changes. After its approval: the party takes part as before: its own reviews proceed, its seats return to it, its obligations are open again with their earlier dates, and persons who served continue to serve. Where something took the place of what ended with the denunciation, it is refused, and `what` says which: lots that were drawn for a seat, unless the review is among `seatsGivenUp`, or a group that started, or a phase that was opened, without its review. Exactly those who had a letter about the denunciation, or about the end of their mandate with it, get one that corrects it; what has not left is not sent.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["reverseDenunciation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the decision by which a new party takes part, and draw its reviewers
         * @description The party takes part from then on, is reviewed in the group for all that it has joined by the day of the draw, and may be drawn as a reviewer. Without `drawn` the lots are drawn here, over all live pairings, by the seed in the public record; a draw held outside is recorded as it was, and a rule that it breaks is accepted only with its reason among `deviations`, one for each rule and party. Where the group has started, the review starts on `startsOn`, which is not before the decision and the draw. The missions of the party and of its reviewers are notified.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["enterParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/entry/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the review of a new party: its instruments and the candidates for its reviewers
         * @description By what parties have joined today, over all live pairings. Nothing is drawn, so that no user can choose among seeds; where the rules allow no draw, it is refused by that rule.
         *
         *     **Who:** the secretariat.
         */
        post: operations["previewPartyEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/letters/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a day brought a party no letter, or which it brought
         * @description For each letter of the day what became of it, and for each obligation of the party of which none speaks why it was not reminded of: not started, met, no step of the reminder schedule on that day, a date that was moved, an address that failed. A past day is judged by what was recorded by its end, a day ahead by what is recorded now, up to twelve years from today.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        get: operations["explainLetterAbsence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandate-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mandates for people of other parties that wait for their acceptance
         * @description A mandate for a person of another party begins when the person accepts. Until then the party sees what it entered and nothing about the person.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        get: operations["listMandateOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandate-offers/{mandateId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a mandate that waits for the acceptance of the person
         * @description No letter is sent about it. A letter that still waits to be sent is not sent.
         *
         *     **Headers:** `Idempotency-Key` is optional.
         *
         *     **Who:** the permanent mission of a party concerned.
         */
        post: operations["withdrawMandateOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A party's focal points and governmental experts with their contact details
         * @description Contact details of focal points and experts are open to all registered users (background paper, paragraph 20). Observers are listed to the secretariat and to their own party only.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listMandates"];
        put?: never;
        /**
         * Name a focal point, a governmental expert or an observer
         * @description Takes effect in all named reviews at once, or in none. `reviews` left out means every review in which the party holds a seat. One focal point per party and review; several experts. A name given ahead of the start of a group counts when it starts. The secretariat records a nomination by `onBehalfOf`, which then names its day.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the permanent mission of a party concerned. **Stages:** `scheduled`, `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["namePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandates/{mandateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mandate of a party: who holds it, and in which reviews
         * @description Readable with the right to read the party's mandates; `Location` refers to it after a nomination. One that has ended, and that of an observer of another party, are not found.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getMandate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandates/{mandateId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a focal point, an expert or an observer without a successor
         * @description The nomination of a focal point is due again within two weeks, of the last expert within four, from the day of the removal, which may be over; the stage of a review stays. The secretariat records what a party reported with `onBehalfOf`; without `effectiveOn` it then holds from `happenedOn`. A day that was set may come earlier; a focal point named to follow then begins on that day. `reason` is a code and is counted without names.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the permanent mission of a party concerned.
         */
        post: operations["removeMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandates/{mandateId}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a focal point, an expert or an observer by a successor
         * @description Takes effect in every review in which the mandate is held, immediately, on a day ahead or on one that is over: until then both read and the old one clears, from then the old one's access has ended and open obligations have moved. What the old one did since a day that is over remains valid; `actsSince` names it. The secretariat records what a party reported with `onBehalfOf`; without `effectiveOn` it then holds from `happenedOn`. A day that was set may come earlier: repeat the request with the earlier day, on which the successor then begins. `reason` is a code and is counted without names; an earlier day keeps a reason that was stated before.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the permanent mission of a party concerned.
         */
        post: operations["replaceMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandates/{mandateId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a nomination that was recorded by mistake
         * @description The nomination never was, in any review in which the mandate runs: no figure counts it, also not as a change of focal point. A person whom it replaced serves on; where there was none, the obligation to nominate is open again with its dates. The person is notified, and the person who continues to serve gets a handover brief. Refused once the person has acted, or an end is set: then the person is removed or replaced.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        post: operations["reverseNomination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mandates/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm for a phase the people who serve a party
         * @description Persons who serve continue from one cluster to the next; a mission confirms that here. Those who no longer serve are replaced or removed, those who are missing named, as at any time. Confirming again changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional.
         *
         *     **Who:** the permanent mission of a party concerned.
         */
        post: operations["confirmMandates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the party's permanent mission is reached
         * @description Addresses to which nothing is sent are marked, with the letter that failed there.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        get: operations["getMission"];
        /**
         * Set the mission's addresses, language and place
         * @description A letter notifies the previous address of a new one. Until it is confirmed, letters to the mission go to both: to it, and to the last that was confirmed. An address that was never confirmed and is replaced in turn gets nothing more. A `publicOffice` is shown on the public page of the party: to set it is the party’s consent to that, and to set it to null, or to leave it out, takes the consent back; copies of the page are kept for five minutes.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        put: operations["putMission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/mission/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the note verbale by which a mission confirms its address
         * @description Until the address of a mission is confirmed, letters also go to the previous one. It is confirmed by this, or automatically as soon as the account of the mission that has the new address is used after a sign-in that followed the change. An address that waits for no confirmation is returned unchanged.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["confirmMission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/people/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stored data about a person named by the party
         * @description For those who may correct it: the person, the permanent mission of the party, and the secretariat.
         *
         *     **Who:** the secretariat; the person concerned; the permanent mission of a party concerned.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the address, telephone or other details of a person named by the party
         * @description A correction and no replacement: the person stays the same in every mandate and figure. It is confirmed by letter to the person; where the address is another, to both addresses, the account of the old one ends at once, and the person is invited at the new one. Optional details are cleared by null. What is recorded already changes nothing.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat; the person concerned; the permanent mission of a party concerned.
         */
        patch: operations["correctPerson"];
        trace?: never;
    };
    "/v1/parties/{partyId}/serving-deferral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a party defers serving as a reviewer in its own year, or takes that back
         * @description While it does, it is drawn for no review of the group in which it is reviewed itself; seats that it holds stay. Whether that is allowed is a setting.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["deferServing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a party file, checked whole before anything is written
         * @description CSV with the columns of data/parties.csv. A broken row is named with its row and column, and nothing is imported. A sound file is applied party by party: where a request ends early, send the file again; rows that are already applied do not change.
         *
         *     **Who:** the secretariat.
         */
        post: operations["importParties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The phases of the Mechanism in the order in which their clusters are reviewed
         * @description Each phase reviews one thematic cluster; the cluster that follows may be opened while reviews of the previous one continue. `gate` says how far the first group of the phase before has come, for the phase that is next and, as it was counted then, for those that are open.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listPhases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phases/{phaseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One phase, with the reviews that its gate counts and the articles that it reviews
         * @description `gateReviews` lists the reviews behind `gate` with their current status: what is concluded, and what is not. `drawings` are the seats that lots gave at the opening for instruments that parties had joined since, with the lots, so that any reader can repeat the draw. To the secretariat only: `unconfirmed` names the parties that have not confirmed their people; `joinedSince` the reviews that have not started and do not cover all that their party has joined, which `addInstruments` lets them take in; `withoutReview` the parties reviewed in the phase before that have no review in this one.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getPhase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phases/{phaseId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the day of an opening, or the decision behind it, that was recorded wrongly, with a reason
         * @description As long as no group of the phase has started. `decision` is the one by which it was opened, and is left out where the gate was reached on that day. The day lies neither after the opening was recorded nor before its decision or the first start of the phase before; `contradicts` says what it contradicts. The planned days of the groups stay. Exactly the missions that had a letter about the opening get one that corrects it; letters that have not left state the right day. A correction without effect changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["correctPhaseOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phases/{phaseId}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the phase of the next cluster
         * @description Where 70 per cent of the reviews of the first group of the phase before are concluded, or by a decision of the Conference or its working group, recorded as `decision`. Its reviews are set up one by one right after, by the current pairings and with the people who serve, and its groups are planned; `state` turns from `opening` to `open`, and the mission of each party gets one letter that requests it to confirm or replace its people. Groups start later, each by `startGroup`. While a group of the phase before was taken over and the letters of its resumption have not left, it is refused: they are the first that its parties get.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["openPhase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/phases/{phaseId}/opening/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what opening a phase would bring about, before anything is recorded
         * @description How far its gate is, which groups it would have and when each is planned to start, whose instruments change because they joined some since, for which parties no reviewers could be drawn and by which rule, how many letters would leave, and which parties have left no address. `hash` is what the opening quotes. Lots are drawn with the opening and not with the preview.
         *
         *     **Who:** the secretariat.
         */
        post: operations["previewPhaseOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presidents-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The President's list: nominations that neither letters nor the secretariat brought about
         * @description By regional group, each party with what is missing and since when, the letters about it since the first of its seats fell vacant, and the contacts of the log. Of all parties together at most the newest 2,000 letters and 2,000 contacts are read, fewer where they are long: `lettersSince` and `contactsSince` then say from when on they are complete, and earlier ones may be missing; without them none is. A nomination comes on it 22 days after its date; those that are missing and not yet on it are counted in `figures`, the next of them comes on it at `nextListedAt`, and all are listed by `GET /v1/missing-nominations`. The page (`format=html`) is to print, with nothing else to load: a summary, a row for each party, and on a screen its letters and contacts one by one.
         *
         *     **Who:** the secretariat; the President.
         */
        get: operations["getPresidentsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presidents-list/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the reminder that the President signs to the mission of each party on the list
         * @description It says the stored text `president-reminder`, in its latest version or the one that is named, and leaves at once as a bulletin: previewed, ordered, followed and given up like any other. The journal tells who ordered it, and which version. A party is sent it once a week: parties that were sent it before are left out, and where no other party is on the list it is refused.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat; the President.
         */
        post: operations["sendPresidentsReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/reports/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published status papers, in the order in which they were ordered
         * @description A page may hold fewer items than `limit` and still have a `next`.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["listPublishedPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/reports/status/{paperId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A published status paper: where to read it, with the hash of each format
         * @description It never changes: `hash` is the SHA-256 of what its path answers.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getPublishedPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/reports/status/{paperId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a published status paper says
         * @description As `getStatusPaperContent` gives it, for the public.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getPublishedPaperContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public/reports/status/{paperId}/figures/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the figures I to VI of a published status paper: its numbers, or drawn
         * @description As stored with the paper, so that they never change. `format=svg` draws them.
         *
         *     **Who:** the public, without a token.
         */
        get: operations["getPublishedFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Concluded reviews whose list of observations and summary are published
         * @description The content of each has its own path. Among all reviews they are counted by the published status papers, at `/v1/public/reports/status`.
         *
         *     **Who:** the public, without a token. **Stages:** `concluded`.
         */
        get: operations["listPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List of observations and summary of a concluded review, and what its party consented to publish
         * @description Where one reply does not hold all texts it has a `next`, to be sent back as `cursor`: each reply has the list with its summary and what each observation is about (kind, instrument and article), and some of the answers, of the feedback and of the clarifications.
         *
         *     **Who:** the public, without a token. **Stages:** `concluded`.
         */
        get: operations["getPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/register-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the registers hold, in the order of recording
         * @description Training sessions, constructive dialogues, trainings of stakeholders, pilot initiatives, voluntary contributions, needs for translation and the members of the knowledge hub, as last corrected; `register` gives one of them alone. What was withdrawn stays, marked. A page may hold fewer items than `limit` and still have a `next`.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listRegisterEntries"];
        put?: never;
        /**
         * Record an entry in a register
         * @description `register` says in which, and what the entry holds. A number that is not known is left out: it is then not zero, and counts give the number of entries for which it is not known. It counts from `happenedOn` on, however late it is recorded. States and countries are named, or their number is given where the names are not known; counted over several entries, those that are named count once each, and a number adds none to them unless it is larger than all that are named.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["recordRegisterEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/register-entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry of a register
         * @description Of one that was withdrawn, `withdrawn` says when and why; its journal says what it held before each correction.
         *
         *     **Who:** the secretariat.
         */
        get: operations["getRegisterEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/register-entries/{entryId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what an entry says
         * @description With all that the entry says from now on, and why. What it said before stays in its journal; figures count it as corrected, for every day. An entry stays in its register.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["correctRegisterEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/register-entries/{entryId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an entry that should not be there
         * @description It stays on record with the reason, and counts for no day. Withdrawing again changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["reverseRegisterEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status papers, in the order in which they were ordered
         * @description `asAt` gives those as at a day from the launch to today: `upToDate` is then the one that has all that is known now; where there is none, `order` says to the secretariat how to order one. A page may hold fewer items than `limit` and still have a `next`.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listStatusPapers"];
        put?: never;
        /**
         * Have the status paper written as at the end of a day, as known now
         * @description `asAt` is a day of Vienna's calendar from the launch to today, of which what was so by now counts. The paper has the structure of the background paper of 2023: every paragraph, table and figure is worded from what the measures and registers count on that day, each with a note that defines it; and it lists what changed since the last published one. It is written right after, format by format in each language for which there are words: `getStatusPaper` says how far it is. Where a paper as at the day has all that is known now, that is the answer, and nothing is ordered. What a person had added to the last paper as at the day is kept in the new one; `textsFrom` names another paper whose texts it takes.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["orderStatusPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/status/{paperId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One status paper: its progress, where to read it, and what a person added
         * @description `done` of `total` formats are written; each in `documents` has its hash and where to read it.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getStatusPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/status/{paperId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a status paper says
         * @description As a page that loads nothing (`html`), for a word processor (`docx`, its figures charts that can be edited), as Markdown with tables (`markdown`), or its numbers as data (`json`). `language`, or else `Accept-Language`, says in which of the six languages; a paper that was written before there were words in it is read in English, and `content-language` says so. The header `repr-digest` has the SHA-256 of it.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getStatusPaperContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/status/{paperId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order that a status paper be published, which a second person of the secretariat approves
         * @description What is ordered, or published, stays so.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["publishStatusPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/status/{paperId}/publication/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a status paper, as a second person of the secretariat
         * @description The user who ordered its publication cannot approve it. From then on it is public, with its figures; it never changes, and the fact of its publication has the hash of each format. Approving it again changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["approveStatusPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/status/{paperId}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Finish a status paper: symbol, session, agenda item, paragraphs and notes of your own
         * @description All texts of the paper at once, in each language; what is left out is taken away. A paragraph is placed after the one that it names, with the number of that and a letter; a note at the end of its paragraph. Every format of words is written again from the same numbers: the paper is `being-written` until then, and an order to publish it has to be given again. A paper that is computed again for its day keeps the texts. A published paper never changes.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat.
         */
        put: operations["completeStatusPaper"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reviews that the caller may see
         * @description What is given narrows together. `party` gives the reviews in which it holds a seat, `overdue` those that are held up by something past its date, or by nothing such; `officer` the reviews of one officer, to the secretariat. Sorted by `due`, the earliest date of what holds each up comes first, and what waits for no date last; by `party`, the name of the party under review in the language of the reply; by `stage`, the first stage. A review that moves while one pages may be shown twice or not at all.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One review: stage, seats, obligations, what blocks it, and what the caller may do now
         * @description What the caller may not see is left out. `actions` says what they may do now, each with its operation; `ETag` is what a change sends as If-Match.
         *
         *     **Who:** the secretariat; the permanent mission, focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["getReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answers as they were submitted, for the instruments that the caller may read
         * @description Focal points and experts of other reviews read them once the secretariat has opened them. Before they are in, `texts` is empty.
         *
         *     **Who:** the secretariat; focal points and experts of any review; focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["getAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The drafts of answers, one for each instrument, with their versions
         * @description What there is to clear, and in which version.
         *
         *     **Who:** focal points, experts, observers and people named to follow them of the party under review.
         */
        get: operations["listAnswerDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers/drafts/{instrument}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The draft of the answers for one instrument
         * @description Version 0 and no text where nothing was written yet.
         *
         *     **Who:** focal points, experts, observers and people named to follow them of the party under review.
         */
        get: operations["getAnswerDraft"];
        /**
         * Write the draft of the answers for one instrument
         * @description If-Match names the draft's own ETag, "v0" where nothing was written yet; the review does not move.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** focal points and experts of the party under review. **Stages:** `questionnaire` and `feedback`.
         */
        put: operations["putAnswerDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the answers to the focal points and experts of all participating parties
         * @description Done once. Until then only the parties of the review read them. An opening outside the system has its own day, given in `outside`, not before the receipt of the answers.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `feedback`, `observations` and `concluded`.
         */
        post: operations["openAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record answers that a party submitted outside the system
         * @description With a text for each instrument, or with `reference` where only the fact is recorded and the text is elsewhere. The reviewers' six months count from `happenedOn`.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat on behalf of the party under review, from a source. **Stages:** `questionnaire` and `feedback`.
         */
        post: operations["recordAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the answers at their party's request, while no reviewer has cleared feedback
         * @description Requested by the party under review. What was submitted stays in the journal as a hash.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `feedback`.
         */
        post: operations["returnAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/answers/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear the drafts of answers and submit them to the reviewers
         * @description One draft for each of its instruments, in the version that was read. The reviewers' six months count from this day. Submitted answers are final: a repeated request with the same drafts is answered as done, others are refused.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points of the party under review. **Stages:** `questionnaire` and `feedback`.
         */
        post: operations["submitAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/clarifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Questions of reviewing parties and the answers to them, in the order of the questions
         * @description A page holds fewer than `limit` where the texts are long.
         *
         *     **Who:** the secretariat; focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["listClarifications"];
        put?: never;
        /**
         * Request the party under review to clarify its answers
         * @description A repeated text, under a new key, while the party's request with that text is open, creates no new request: the reply is the open request, with its number. `instruments` says what it is about: some instruments of the requesting party, all of them where it is left out. Reviewing parties read the requests about instruments of theirs. A party may request clarification as long as the review is in feedback, also after it has cleared its own.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** focal points and experts of the reviewing parties. **Stages:** `feedback`.
         */
        post: operations["askClarification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/clarifications/{number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a request for clarification, cleared by the focal point
         * @description An answer is final: a repeated request with the same text is answered as done, another text is refused.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points of the party under review. **Stages:** `feedback`.
         */
        post: operations["answerClarification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/clarifications/{number}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a request for clarification that stayed unanswered past its date
         * @description After the date of a question that was not answered: no answer to it is expected any more.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points of the reviewing parties. **Stages:** `feedback`.
         */
        post: operations["closeClarification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/clarifications/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a request for clarification that was not answered
         * @description The requesting party takes it back. The request no longer delays the feedback, and stays readable as taken back.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points and experts of the reviewing parties. **Stages:** `feedback`.
         */
        post: operations["withdrawClarification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/consultation/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the languages of a review, or why they are still open
         * @description One or two of the six working languages; three by an exception with its reason. They may follow later than the meeting.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat; focal points of a party concerned. **Stages:** `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["recordLanguages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/consultation/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record on which day the parties met, in person or by video
         * @description `meeting` says whether it is the `first` one, whose day figures count, or a `further` one. The first one is recorded until the outcome. A further one is recorded also after the outcome, and was not held before the first one; after an outcome without a meeting (`withoutMeeting`) it needs no first one, and was not held before the outcome. A repeated request with an equal meeting changes nothing. `correctReview` corrects the day and how the parties met.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat; focal points of a party concerned. **Stages:** `consultation`.
         */
        post: operations["recordMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/consultation/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the outcome of the consultation; the answers are due from then on
         * @description Takes a meeting and languages, recorded before or given here. `withoutMeeting` is the exception of footnote 9, with its reason, and recorded by the secretariat only. The six months count from the setting, or from `clockStartsOn` where the parties agreed on a day; `answersDueOn` is an earlier day that they agreed on. A recorded outcome is final; a repeated request with an equal outcome is answered as done.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat; focal points of a party concerned. **Stages:** `consultation`.
         */
        post: operations["concludeConsultation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a day, the languages or the form of a meeting that are on record
         * @description Nothing is erased: the wrong day stays in the journal, and time limits that run from it are recalculated. `what` says which day, and every recorded day of a review is one: of the start, the meeting or a further `round`, the `languages`, the outcome of the `consultation`, the `clock` from which the six months count, the day on which the answers are due, the `division` of work, the receipt of the `submission` and its `opening` to all parties, a request for `clarification` and its settlement; of the feedback or the agreement of a party; of a version of the `list`, its `publication`, an `erratum`, the `consent` to publish a part; of the `nomination` of a mandate or its `removal` without a successor; of a request for a redraw and the drawing of a seat to a party; of the waiver of the limit of reviewers, the `delay-notification` of an obligation, a `decision`. What was returned, withdrawn or replaced since is on record no more. The day of a replacement is that of the successor's nomination. A day that contradicts what else is on record is refused, and `contradicts` names it. The same day changes nothing. The last day of the six months says that no day was agreed on for the answers. With `delay`, the new date of a delay is corrected, or the delay is moved to the obligation for which it was notified (`instead`): the other one gets its date back, and the recipients of its letter are notified. With `meeting-mode`, how the parties met is corrected, of the first meeting or with `round` of a further one, also where it was not recorded. With `agreed-languages`, the languages are corrected, also where they were left open by mistake.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `nomination`, `consultation`, `questionnaire`, `feedback`, `observations` and `concluded`.
         */
        post: operations["correctReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/division": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record which reviewing party takes which instruments
         * @description Every instrument of the party under review is taken by at least one reviewing party, which reviews it, and every reviewing party takes at least one. Feedback, its drafts, reminders and questions follow: no party gives feedback on an instrument that another took. It may come before the answers, and another division takes its place until feedback on what would move is cleared. After a redraw the instruments of the party that joined are open again. Repeating a division changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points of the reviewing parties. **Stages:** `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["divideWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The feedback that reviewing parties have cleared, former ones included
         * @description A page holds fewer than `limit` where the texts are long.
         *
         *     **Who:** the secretariat; focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["getFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/feedback/{partyId}/clearance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear a reviewing party's feedback
         * @description Submitted feedback is final: a repeated request with the same drafts is answered as done, others are refused.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points of the reviewing parties. **Stages:** `feedback` and `observations`.
         */
        post: operations["clearFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/feedback/{partyId}/drafts/{instrument}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A reviewing party's draft of feedback for one instrument
         * @description That of the party itself, and of no other. Version 0 and no text where nothing was written yet.
         *
         *     **Who:** focal points, experts, observers and people named to follow them of the reviewing parties.
         */
        get: operations["getFeedbackDraft"];
        /**
         * Write a reviewing party's draft of feedback for one instrument
         * @description If-Match names the draft's own ETag, "v0" where nothing was written yet; the review does not move.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** focal points and experts of the reviewing parties. **Stages:** `feedback` and `observations`.
         */
        put: operations["putFeedbackDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/feedback/{partyId}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record feedback that a reviewing party cleared outside the system
         * @description With a text for each instrument that it reviews, or with `reference` where the text is elsewhere.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat on behalf of the reviewing parties, from a source. **Stages:** `feedback` and `observations`.
         */
        post: operations["recordFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/feedback/{partyId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return a party's feedback at its request, before any party has agreed to the list
         * @description Requested by the reviewing party. What was cleared stays in the journal as a hash.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `feedback` and `observations`.
         */
        post: operations["returnFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/feedback/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The drafts of feedback of all reviewing parties, with their versions
         * @description A page holds fewer than `limit` where the texts are long.
         *
         *     **Who:** focal points, experts, observers and people named to follow them of the reviewing parties.
         */
        get: operations["listFeedbackDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/instruments/additions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a review cover instruments that its party joined later
         * @description A review that has not started takes in what its party has joined by then, and no agreement is needed. What a party joins later enters with the next cluster, or at once where every party of the review agrees; each agreement is recorded with its day and source, none of a day before the party had joined, and none is needed before the start. It is possible until the answers are submitted. Parties that already review take what they have joined; for what is lacking come those who review it for the party in another cluster, and else an additional draw, by the seed in the public record of the pairing, brings reviewers. Where that would take a fifth reviewer, it is refused by that rule until the party under review waives it. Reviews of later clusters that follow and have not started take in these instruments too, with these reviewers; where another party would have to be drawn for one, or a rule of the lots would break, it does not change and is among `joinedSince` of its phase.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `scheduled`, `nomination`, `consultation` and `questionnaire`.
         */
        post: operations["addInstruments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proof of notice: every letter about a review, the oldest first
         * @description Per letter: recipient, obligation and date, time, and receipt; letters that were not sent are there with the reason. The secretariat sees those to all parties that hold or held a seat, a permanent mission those to its own party. Invitations to accounts are about no review and are not among them.
         *
         *     **Who:** the secretariat; the permanent mission of a party concerned.
         */
        get: operations["listReviewNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/obligations/{obligationId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a decision that a review proceeds without the pending act of a silent party
         * @description The Conference or its working group decided that the review proceeds without the answers, the feedback or the agreement of a party that is overdue. The obligation ends, and the decision is shown with the review. It is never over a missing focal point.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `questionnaire`, `feedback` and `observations`.
         */
        post: operations["recordDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/obligations/{obligationId}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notify a delay, with its reason and the new day
         * @description Notified by the party with the obligation, also after its date has passed. The original date stays; all parties of the review are notified. Nominations are not delayed, and no approval is needed.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of a party concerned. **Stages:** `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["notifyDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/obligations/{obligationId}/delay/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a delay that was recorded or notified by mistake
         * @description The date before the delay applies again, and every recipient of its letter is notified. Of several delays the last one is reversed. `onBehalfOf` gives the source where the party requested it. A delay that was recorded with a wrong date, or for the wrong obligation, is corrected by `correctReview`.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat; the permanent mission and focal points of a party concerned. **Stages:** `nomination`, `consultation`, `questionnaire`, `feedback`, `observations` and `concluded`.
         */
        post: operations["reverseDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list of observations and its summary as they are on the table, and who has agreed
         * @description Version 0 and no texts before the first draft; the version is what agreeing names.
         *
         *     **Who:** the secretariat; focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["getObservations"];
        /**
         * Put a new version of the list and its summary on the table
         * @description If-Match names the ETag of the list, "v0" before the first. A party that agreed to the previous version must agree again. `items` says of each observation what it is about, so that observations are counted once the list is published; an article that the cluster does not review is refused. The secretariat states in `outside` on which day it presented the version outside the system, and from what that is known.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat; focal points and experts of the reviewing parties. **Stages:** `observations`.
         */
        put: operations["putObservations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/observations/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree, for one's party, to one version of the list
         * @description It holds for the version that is named; a new version needs agreement again.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** focal points of a party concerned. **Stages:** `observations`.
         */
        post: operations["agreeToObservations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/observations/errata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a corrected version of a published list, to which every party has agreed
         * @description Every party must have agreed to the corrected version, as to any; except those without whose agreement the review proceeded by decision. No obligation is open any more, so each agreement is given here, with its day and its source. The previous version stays readable, as replaced. An unchanged text changes nothing. A publication outside the system has its own day, given in `outside`, not before the last agreement to the text.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `concluded`.
         */
        post: operations["publishErratum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/observations/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish list and summary, once every party has agreed; the review is then concluded
         * @description From then on list and summary are public. A publication outside the system has its own day, given in `outside`, not before the last agreement.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `observations`.
         */
        post: operations["publishObservations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/officer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a review to an officer of the secretariat, or to no officer
         * @description The officer of a review changes nothing of it, so no If-Match is required: the last assignment applies, whatever else happened in the review meanwhile. With the review's ETag as If-Match it is refused where the review has changed since. `null` removes the officer; a repeated request changes nothing.
         *
         *     **Headers:** `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        put: operations["assignOfficer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/publication-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consent to publishing the party's answers, the dialogue, or both, after conclusion
         * @description What was consented to is public from then on, together with list and summary.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of the party under review. **Stages:** `concluded`.
         */
        post: operations["consentToPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/publication-consent/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a consent to publication
         * @description The party under review takes it back. From then on the parts are public no more; what others copied meanwhile stays with them.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of the party under review. **Stages:** `concluded`.
         */
        post: operations["withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/redraw-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request that lots be drawn again for a reviewing seat
         * @description The party under review for any reviewing seat, a reviewing party for its own; at most four times per party. A request that waits already is not counted again; where both parties request one seat, each request counts for its party, and one redraw answers both.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of a party concerned. **Stages:** `scheduled`, `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["askRedraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/redraw-requests/{seat}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a request for a redraw that was not carried out
         * @description The requesting party takes it back; the request counts no more among its four, and that of another party for this seat remains pending. `seat` is the party whose seat it was for.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of a party concerned. **Stages:** `scheduled`, `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["withdrawRedraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/redraws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw lots again for a requested seat, or record a drawing held outside
         * @description Without `drawn` the lots are drawn here among all parties that keep the rules, by the seed that the reply names. What the party drawn has not joined is filled by an additional draw, and additional reviewers that are no longer needed leave, in the same step; where that would take a fifth reviewer, it is refused by that rule until the party under review waives it. A drawing held outside is recorded as it was, with its day and document: who came with the seat, who reviews less or has left since, and no other party. A rule that it breaks is accepted only with its reason among `deviations`, one for each rule and party.
         *
         *     **Headers:** `Idempotency-Key` is required, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `scheduled`, `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["carryOutRedraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/reminder-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reminders of the coming year, and what a new date would change
         * @description Of every open obligation that the caller may see, or of the one that `obligation` names. With `newDate` besides: what would leave, and what would not, if the party with the obligation notified a delay to that day now. The request changes nothing.
         *
         *     **Who:** the secretariat; the permanent mission, focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["getReminderPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/reviewer-limit-waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Waive that at most four parties review
         * @description The party under review waives it; from then on lots drawn again may bring a fifth reviewer where additional draws take one.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of the party under review. **Stages:** `scheduled`, `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["waiveReviewerLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/reviewer-limit-waiver/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the waiver of the limit of reviewers
         * @description The party under review takes it back, as long as no fifth reviewer sits by it.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the permanent mission and focal points of the party under review. **Stages:** `scheduled`, `nomination`, `consultation`, `questionnaire`, `feedback` and `observations`.
         */
        post: operations["withdrawReviewerLimitWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a text that arrived after its fact was recorded, with its source
         * @description For answers, feedback or a list of which only the fact was recorded, by `recordAnswers`, `recordFeedback` or an import. No date moves, agreements remain valid, and drafts of reviewers stay as they are. A text that is in is never replaced: another one is refused. The same text changes nothing.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat. **Stages:** `feedback`, `observations` and `concluded`.
         */
        post: operations["attachText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in a review, what is due next and whose it is, in the reader’s language
         * @description The events that the caller may see in the review: a permanent mission the stages, the consultation and its own party’s people and obligations. No person is named, and no text is quoted. Events are sorted by the day on which they happened, as corrected, and then in the order of recording; those of a later day come on later pages, and what is recorded while one pages for a day already read is not shown. `due` and `expected` are of now on every page. `kind` is the kind of fact that the journal has.
         *
         *     **Who:** the secretariat; the permanent mission, focal points, experts, observers and people named to follow them of a party concerned.
         */
        get: operations["getReviewTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The status of the reviews at the end of any day: every count of the status paper
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. Before the launch, `parties-to-instruments` alone has a count, and is the only measure of the reply. `since` is an earlier day with which each total is compared: what it `was` then, and how many `more` or `fewer` it is now; a measure that had no count then has no `change`. `groups` counts several groups together: a person or party in more than one of them counts once. The others narrow to reviews of a cycle, cluster, group or instrument, and to parties of a regional group; people and parties count there if they serve or sit in such a review, and what is counted of parties alone is left out. Each total is the length of the list of members. A part that counts nothing is left out; under what `overlapping` names one may count several times. Parts by party are the secretariat's. Counts may be some seconds behind what was just recorded.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/{measure}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a measure counts at the end of a day, one by one, in the order in which it came to be so
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. The members of `parties-to-instruments` can be read for days before the launch as well. `count` is the total of the measure, for every caller. The secretariat is shown all of it, and the President the measures of missing nominations. A user who acts for a party is shown its own rows: its people and its own, and of the reviews that they may read what these show them, the obligations of other parties to those who serve there. Then `ownRowsOnly` says that the list is a part.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["listMeasureMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the published lists observe at the end of any day: technical assistance needs and the rest, by article and region
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. Lists that are not published count nothing, and an erratum counts from its publication on. The parts by kind, by article, by regional group, and by kind with each of these sum to `total`; `article` is the number of one of an instrument.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getObservationStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/observations/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The observations of the published lists at the end of a day, one by one, in the order of publication
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: what was so at its end counts, on the day on which it happened and with what was corrected since, whenever that was recorded. `knownOn` leaves out what was recorded after that day. `count` is how many the whole list has.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listObservationMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the registers count at the end of any day: sections IV and V of the status paper
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: entries count from the day on which they happened, as last corrected, and one that was withdrawn does not. `knownOn` leaves out what was recorded after that day. States and countries count once over all entries; where some entries give their number without names, `total` is the least that they are and `atMost` the most. `notKnown` is the number of entries that do not state a number: `total` is then the minimum, and there is no maximum. `years` counts the entries of each year alone. `contacts` counts the contacts of the secretariat with all parties, by way and by the day of each.
         *
         *     **Who:** every user with an account, except delegates whose last mandate has ended.
         */
        get: operations["getRegisterStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/registers/{register}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries of a register that count at the end of a day, in the order of their days
         * @description `asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: entries count from the day on which they happened, as last corrected, and one that was withdrawn does not. `knownOn` leaves out what was recorded after that day. `count` is how many the whole list has.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listRegisterMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressed-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses to which nothing is sent because letters failed there, the longest suppressed first
         * @description An address is suppressed by a lasting bounce, a complaint, or a rejection. Letters to a mission then go to its second address. A corrected address is used at once; one that was mended on the other side is unsuppressed here.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listSuppressedAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressed-addresses/{letterId}/unsuppression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsuppress an address, named by the letter that failed there
         * @description Letters go there again right after, and the mail service takes the address off its own list. Recorded in the journal of the party or the user. Letters that were not sent meanwhile are not sent now: the next one is.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["unsuppressAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stored texts, each in its latest version, by id
         * @description Each version stays readable at the path of its text.
         *
         *     **Who:** the secretariat; the President.
         */
        get: operations["listTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/texts/{textId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stored text: the latest version, or the requested one
         * @description The `ETag` is that of the latest version, whichever is read. Version 0 of `president-reminder`, the reminder that the President signs, comes with the system.
         *
         *     **Who:** the secretariat; the President.
         */
        get: operations["getText"];
        /**
         * Store a text, or its next version
         * @description A new text is put under `If-Match: "v0"`. Earlier versions stay readable, and bulletins say which they took. An unchanged text is no new version. `texts` says it in several languages, and `fallback` which of them are tried, in their order, for recipients who read another; a subject with a body alone is English, and goes to all recipients.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat.
         */
        put: operations["putText"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, by role and party, with who may use the system
         * @description A page may hold fewer than `limit`, or none; `next` says whether there are more.
         *
         *     **Who:** the secretariat.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Register a user: secretariat, President, or permanent mission of a party
         * @description An account is created and an invitation sent. Focal points, experts and observers are named instead.
         *
         *     **Headers:** `Idempotency-Key` is required.
         *
         *     **Who:** the secretariat.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description Of an erased person `person` is absent; what stays is the account: its id, role and party, and when it was invited, used, closed and erased.
         *
         *     **Who:** the secretariat.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct what is recorded of a person
         * @description With another address the account of the old one ends at once, and what was sent there is worth nothing; an account for the new one is made and its owner invited.
         *
         *     **Headers:** `If-Match` is required.
         *
         *     **Who:** the secretariat.
         */
        patch: operations["correctUser"];
        trace?: never;
    };
    "/v1/users/{userId}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a user's access
         * @description From the next request on the user reads and writes nothing, gets no letters, and is signed out. Mandates stay until they are replaced or removed.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["closeUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that a user of the secretariat is who it should be
         * @description The user who registered, reopened or readdressed this user cannot confirm it. Until then, this user approves nothing that was ordered by that member, or by a user who has access through that member, and vice versa. A user who needs no confirmation is returned unchanged.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["confirmUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order that a person be erased after their service
         * @description A second person of the secretariat approves the order (`approveErasure`); until then nothing is erased, and another order replaces this one. With the approval, name, address, telephone, account, the addresses and texts of letters to the person, and notes about them are erased, irrevocably; within the hour nothing is left. The id stays in the journal and identifies no person. A mission's, the secretariat's and the President's users are closed first; a delegate's mandates must have ended. The address is free again, for another id.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["eraseUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/erasure/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the erasure of a person, as a second person of the secretariat
         * @description The officer who ordered it cannot. What was examined with the order is examined again, and the person is erased at once.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["approveErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/erasure/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw the order to erase a person
         * @description Any officer may withdraw it while it waits; nothing is erased.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["withdrawErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a user's access again
         * @description The person had left and came back. A user of the secretariat has to be confirmed again.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["reopenUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a user's access for 24 hours
         * @description From the next request on, until `suspendedUntil`, the user reads and writes nothing and no calendar link of the user works; then the suspension ends without a request. One confirmed officer is enough. A user who is suspended or closed already is answered without a change.
         *
         *     **Headers:** `Idempotency-Key` is optional, and `If-Match` is optional.
         *
         *     **Who:** the secretariat.
         */
        post: operations["suspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the secretariat has to see to, kind by kind, the longest waiting first
         * @description `kind` gives one kind alone, `officer` what is theirs: of their reviews, or of parties whose review is theirs; a bulletin that waits for a second person is on every officer's list. With `cluster` or `cycle`, what is about no review and no group is left out. A page may hold fewer items than `limit` and still have a `next`.
         *
         *     **Who:** the secretariat.
         */
        get: operations["getWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Labels: `absences` of `GET /v1/labels`.
         * @enum {string}
         */
        AbsenceWhy: "no-review" | "not-started" | "not-open-yet" | "paused" | "met" | "fell-away" | "no-step" | "date-moved" | "dated-since" | "announced" | "ahead" | "not-planned" | "nobody-named" | "replaced" | "suppressed" | "no-address" | "access-closed" | "duplicate" | "cancelled" | "in-digest" | "waiting" | "unknown" | "failed" | "bounced" | "another-day" | "sent";
        AcceptedDeviation: {
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            rule: components["schemas"]["LotsRule"];
        };
        /**
         * @description The right by which it may be done; the labels give its name. Labels: `actions` of `GET /v1/labels`.
         * @enum {string}
         */
        Action: "system.read" | "pairings.read" | "country-profile.read" | "published.read" | "published-papers.read" | "public-pages.read" | "calendar.read" | "me.read" | "calendar.share" | "calendar.issue" | "parties.read" | "party.import" | "party.correct" | "party.enter" | "party.denounce" | "party.approve-denunciation" | "serving.defer" | "mission.read" | "mission.write" | "mission.confirm" | "groups.read" | "group.start" | "group.approve-start" | "group.reverse-start" | "group.correct-start" | "phases.read" | "phase.open" | "mandates.confirm" | "reminders.resume" | "import.order" | "imports.read" | "reviews.list" | "review.read" | "mandates.read" | "focal-point.name" | "expert.name" | "observer.name" | "mandate.replace" | "mandate.remove" | "mandate.reverse" | "mandate-offers.read" | "mandate-offer.answer" | "mandate-offer.withdraw" | "consultation.record" | "consultation.waive-meeting" | "round.record" | "languages.record" | "work.divide" | "answers.draft" | "answers.read-draft" | "answers.submit" | "answers.read" | "answers.return" | "answers.open" | "feedback.draft" | "feedback.read-draft" | "feedback.clear" | "feedback.read" | "feedback.return" | "clarification.ask" | "clarification.answer" | "clarification.close" | "clarification.withdraw" | "clarifications.read" | "observations.draft" | "observations.agree" | "observations.publish" | "erratum.publish" | "observations.read" | "publication.consent" | "publication.withdraw" | "decision.record" | "delay.notify" | "delay.reverse" | "redraw.ask" | "redraw.withdraw" | "redraw.carry-out" | "reviewer-limit.waive" | "reviewer-limit.withdraw-waiver" | "instruments.add" | "date.correct" | "meeting-mode.correct" | "languages.correct" | "text.attach" | "letters.read" | "notices.read" | "suppressed-addresses.read" | "suppressed-address.unsuppress" | "letter.settle" | "registers.read" | "register.write" | "contact.record" | "contacts.read" | "officer.assign" | "worklist.read" | "nomination.check" | "invitations.resend" | "journal.read" | "missing-nominations.read" | "presidents-reminder.send" | "figures.read" | "figure-members.read" | "statistics.read" | "statistic-members.read" | "papers.read" | "paper.order" | "paper.complete" | "paper.publish" | "paper.approve" | "bulletins.read" | "bulletin.preview" | "bulletin.order" | "bulletin.approve" | "bulletin.cancel" | "bulletin.resume" | "bulletin.resend" | "bulletin.settle" | "texts.read" | "text.write" | "person.read" | "person.correct" | "user.register" | "users.read" | "user.correct" | "user.close" | "user.reopen" | "user.suspend" | "user.erase" | "user.approve-erasure" | "user.confirm";
        ActSinceEnd: {
            /** @description What was done, by the kinds of facts of the journal */
            kinds: string[];
            /** @description When it was recorded */
            recordedAt: components["schemas"]["Instant"];
            review: components["schemas"]["ReviewId"];
            /** @description The version of the review that it made */
            version: number;
        };
        Addressee: {
            clusters: components["schemas"]["ClusterNumbers"];
            language?: components["schemas"]["Language"];
            languagesTried?: components["schemas"]["LanguagesTried"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Why this recipient is in the audience */
            reason: components["schemas"]["AddresseeReason"];
            /** @description The capacity in which the recipient gets the letter */
            recipient: components["schemas"]["Recipient"];
            reviews: components["schemas"]["ReviewIds"];
        };
        AddresseePage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Addressee"][];
            next?: components["schemas"]["NextCursor"];
        };
        AddresseeReason: components["schemas"]["RegisteredReason"] | components["schemas"]["SeatedReason"] | components["schemas"]["ListedReason"];
        /**
         * @description Labels: `journalKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        AggregateKind: "party" | "group" | "review" | "user" | "bulletin" | "text" | "contact-log" | "phase" | "import" | "register-entry" | "status-paper";
        Agreement: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description Rises by one with every change */
            version: number;
        };
        Answers: {
            /** @description When the secretariat opened the answers to all participating parties */
            openedAt?: components["schemas"]["Instant"];
            /** @description The day on which the reviewers received the answers: their time counts from it */
            receivedOn?: components["schemas"]["CalendarDate"];
            review: components["schemas"]["ReviewId"];
            /** @description When the answers were submitted */
            submittedAt?: components["schemas"]["Instant"];
            /** @description The texts, instrument by instrument */
            texts: components["schemas"]["Text"][];
        };
        AnswersState: {
            instruments: components["schemas"]["Instruments"];
            /** @description When the secretariat opened the answers to all participating parties */
            openedAt?: components["schemas"]["Instant"];
            /** @description The day on which the reviewers received the answers: their time counts from it */
            receivedOn?: components["schemas"]["CalendarDate"];
            /** @description When the answers were submitted */
            submittedAt: components["schemas"]["Instant"];
        };
        /**
         * @description The number of an article of an instrument
         * @example 5
         */
        Article: string;
        /**
         * @description Labels: `articlesBases` of `GET /v1/labels`.
         * @enum {string}
         */
        ArticlesBasis: "recalled" | "reported" | "sourced";
        ArticlesSource: {
            /** @description The instruments of which it names the articles */
            instruments: components["schemas"]["Instrument"][];
            /** @description Whose page it is */
            publisher: string;
            /**
             * Format: uri
             * @description Where it is published
             */
            url: string;
        };
        /**
         * @description Who attends a constructive dialogue. Labels: `attendanceKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        AttendanceKind: "nonGovernmentalOrganizations" | "academia" | "privateSector" | "otherStakeholders" | "memberStates" | "intergovernmentalOrganizations";
        Audience: {
            /** @description Thematic clusters, by their numbers: of the first cycle, where `cycles` are left out */
            clusters?: components["schemas"]["ClusterNumber"][];
            /** @description Mechanisms and the numbers of their cycles; `untoc1` is the first */
            cycles?: components["schemas"]["CycleId"][];
            /** @description Groups of reviews */
            groups?: components["schemas"]["GroupId"][];
            /** @description The instruments that it is about */
            instruments?: components["schemas"]["Instrument"][];
            /** @description The kinds of what the list counts */
            kinds?: components["schemas"]["FigureKind"][];
            /** @description The list of observations */
            list?: components["schemas"]["AudienceList"];
            /** @description The parties */
            parties?: components["schemas"]["PartyId"][];
            /** @description Regional groups */
            regionalGroups?: components["schemas"]["RegionalGroup"][];
            /** @description As what the audience is written to */
            roles: components["schemas"]["AudienceRole"][];
            /** @description Who sits in the review */
            seats?: components["schemas"]["SeatRole"][];
            /** @description Stages of a review */
            stages?: components["schemas"]["Stage"][];
        };
        /**
         * @description Labels: `audienceLists` of `GET /v1/labels`.
         * @enum {string}
         */
        AudienceList: "presidents-list" | "reviews" | "reviews-blocked" | "reviews-missing-somebody" | "blockers" | "focal-points-missing" | "experts-missing" | "duties-overdue" | "duties-late" | "duties-delayed" | "duties-returned";
        /**
         * @description The capacity in which the recipient gets the letter. Labels: `audienceRoles` of `GET /v1/labels`.
         * @enum {string}
         */
        AudienceRole: "mission" | "focal-point" | "expert";
        AvailableAction: {
            action: components["schemas"]["Action"];
            /** @description The method of the request */
            method: string;
            /** @description The operation of this document by which it is done */
            operationId: string;
            /** @description For which party it is done, where it is done for one */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description The path of the request; variable parts are in braces */
            path: string;
        };
        /**
         * @description The obligation that is met, `consultation`: it comes to its outcome, `publication` of the list, or `lots`: they are drawn for the seat of a party that left. Labels: `awaitedActs` of `GET /v1/labels`.
         * @enum {string}
         */
        AwaitedAct: "focal-point" | "questionnaire" | "feedback" | "clarification" | "agreement" | "consultation" | "publication" | "lots";
        /** @description How many stalled reviews wait for acts of a kind, and how many for one act alone */
        AwaitedKind: {
            /** @description The kind of act */
            act: components["schemas"]["AwaitedAct"];
            /** @description How many of them wait for one act alone */
            alone: number;
            /** @description How many stalled reviews wait for one of this kind at least */
            reviews: number;
        };
        Basis: {
            /** @description What the document is called, in the language of `Content-Language` */
            document: string;
            /** @description The number of the paragraph */
            paragraph?: number;
            /** @description The paragraph, by the letter of its document */
            source: string;
        };
        Blocked: {
            duty?: components["schemas"]["ObligationKind"];
            /** @description Whose obligation it is; absent where it is the secretariat's */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description From when on it does */
            since: components["schemas"]["Instant"];
            /** @description What holds the review up */
            why: components["schemas"]["BlockedWhy"];
        };
        /**
         * @description Labels: `blockedBy` of `GET /v1/labels`.
         * @enum {string}
         */
        BlockedWhy: "focal-point-missing" | "duty-overdue" | "consultation-past-target" | "redraw-to-carry-out" | "list-to-publish";
        Blocker: {
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            /** @description The kind of obligation or step that prevents the review from proceeding */
            kind: components["schemas"]["FigureKind"];
            /** @description Whether it is open and past its date */
            overdue: boolean;
            /** @description Whose obligation it is; absent where it is the secretariat's */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
        };
        /** @description What the breaker stopped it for */
        BounceCount: {
            /** @description Letters that came back */
            bounced: number;
            /** @description Letters of which the mail service has said what became of them */
            results: number;
        };
        BrokenLotsRule: {
            /** @description What would be broken, in the requested language */
            detail: string;
            party: components["schemas"]["PartyId"];
            review?: components["schemas"]["ReviewId"];
            /** @description The rule */
            rule: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "id": "b-01erf9mntfh7z9edgkdsdww4tf",
         *       "state": "sending",
         *       "subject": "Briefing",
         *       "preview": "165757800ec317ba59c9a59a5c6dc3bb5117dbfb157e77ee0f9a7a77a19b299c",
         *       "recipients": 190,
         *       "orderedBy": "u-01eremf6203dme952qmx48mpze",
         *       "orderedAt": "2020-12-01T14:00:00.079Z",
         *       "sendAt": "2020-12-01T14:00:00.079Z",
         *       "approvedBy": "u-01eremf620h3e5fgywvapa7q41",
         *       "releasedAt": "2020-12-01T14:00:00.080Z",
         *       "rounds": [
         *         {
         *           "recipients": 190,
         *           "at": "2020-12-01T14:00:00.079Z"
         *         }
         *       ],
         *       "work": {
         *         "state": "running"
         *       },
         *       "version": 4,
         *       "orderedByName": "Secretariat (made up)",
         *       "approvedByName": "A second person of the secretariat"
         *     }
         */
        Bulletin: {
            /** @description Who approved it, where a second person had to */
            approvedBy?: components["schemas"]["UserId"];
            approvedByName?: components["schemas"]["VisibleName"];
            id: components["schemas"]["BulletinId"];
            /** @description When it was ordered */
            orderedAt: components["schemas"]["Instant"];
            /** @description Who ordered it */
            orderedBy: components["schemas"]["UserId"];
            orderedByName?: components["schemas"]["VisibleName"];
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
            /** @description How many recipients there are */
            recipients: number;
            /** @description When the letters began to leave */
            releasedAt?: components["schemas"]["Instant"];
            /** @description The first sending, and the recipients whom it had not reached */
            rounds: components["schemas"]["BulletinRound"][];
            /** @description When it is to leave */
            sendAt: components["schemas"]["Instant"];
            state: components["schemas"]["BulletinState"];
            stoppedFor?: components["schemas"]["BounceCount"];
            /** @description The line of the subject */
            subject: string;
            version: components["schemas"]["Version"];
            /** @description Its sending. `getBulletin` adds the progress */
            work: components["schemas"]["Work"];
        };
        BulletinAudience: {
            /** @description Thematic clusters, by their numbers: of the first cycle, where `cycles` are left out */
            clusters?: components["schemas"]["ClusterNumber"][];
            /** @description Mechanisms and the numbers of their cycles; `untoc1` is the first */
            cycles?: components["schemas"]["CycleId"][];
            /** @description Groups of reviews */
            groups?: components["schemas"]["GroupId"][];
            /** @description The instruments that it is about */
            instruments?: components["schemas"]["Instrument"][];
            /** @description The kinds of what the list counts */
            kinds?: components["schemas"]["FigureKind"][];
            /** @description The list of observations */
            list?: components["schemas"]["AudienceList"];
            /** @description The parties */
            parties?: components["schemas"]["NamedParty"][];
            /** @description Regional groups */
            regionalGroups?: components["schemas"]["RegionalGroup"][];
            /** @description As what the audience is written to */
            roles: components["schemas"]["AudienceRole"][];
            /** @description Who sits in the review */
            seats?: components["schemas"]["SeatRole"][];
            /** @description Stages of a review */
            stages?: components["schemas"]["Stage"][];
        };
        BulletinDetails: {
            /** @description What the caller may do now, and by which operations */
            actions: components["schemas"]["AvailableAction"][];
            /** @description Who approved it, where a second person had to */
            approvedBy?: components["schemas"]["UserId"];
            approvedByName?: components["schemas"]["VisibleName"];
            /** @description The recipients */
            audience: components["schemas"]["BulletinAudience"];
            /** @description Languages that are tried, in this order, for recipients in whose language there is no text */
            fallback: components["schemas"]["Language"][];
            id: components["schemas"]["BulletinId"];
            /** @description When it was ordered */
            orderedAt: components["schemas"]["Instant"];
            /** @description Who ordered it */
            orderedBy: components["schemas"]["UserId"];
            orderedByName?: components["schemas"]["VisibleName"];
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
            /** @description Counted from the letters: sent, skipped, failed, unknown and waiting are together the recipients */
            progress: components["schemas"]["BulletinProgress"];
            /** @description How many recipients there are */
            recipients: number;
            /** @description When the letters began to leave */
            releasedAt?: components["schemas"]["Instant"];
            /** @description The first sending, and the recipients whom it had not reached */
            rounds: components["schemas"]["BulletinRound"][];
            /** @description When it is to leave */
            sendAt: components["schemas"]["Instant"];
            state: components["schemas"]["BulletinState"];
            stoppedFor?: components["schemas"]["BounceCount"];
            /** @description The stored text, by id and version */
            stored?: components["schemas"]["TextUsed"];
            /** @description The line of the subject */
            subject: string;
            /** @description The text */
            text: components["schemas"]["BulletinText"];
            /** @description The texts, instrument by instrument */
            texts: components["schemas"]["TextsByLanguage"];
            version: components["schemas"]["Version"];
            /** @description Its sending. `progress` counts the recipients whose letter has an outcome */
            work: components["schemas"]["Work"];
        };
        BulletinDraft: {
            /** @description The recipients */
            audience: components["schemas"]["Audience"];
            /** @description Languages that are tried, in this order, for recipients in whose language there is no text */
            fallback?: components["schemas"]["Language"][];
            /** @description When it is to leave */
            sendAt?: components["schemas"]["Instant"];
            /** @description The stored text, by id and version */
            stored?: components["schemas"]["TextTaken"];
            /** @description The text */
            text?: components["schemas"]["BulletinTextRequest"];
            /** @description The texts, instrument by instrument */
            texts?: components["schemas"]["TextsByLanguageRequest"];
        };
        /**
         * @description Id of a bulletin
         * @example b-01jd8m3v9tq4w7x2c5e6r8y0ab
         */
        BulletinId: string;
        BulletinOrder: {
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
            /** @description When it is to leave */
            sendAt?: components["schemas"]["Instant"];
        };
        BulletinPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Bulletin"][];
            next?: components["schemas"]["NextCursor"];
        };
        BulletinPreview: {
            /** @description Until when it can be ordered */
            expiresAt: components["schemas"]["Instant"];
            /** @description What the order quotes */
            hash: components["schemas"]["Hash"];
            /** @description The first of the recipients; the list has them all */
            items: components["schemas"]["Addressee"][];
            /** @description The recipients of the text in each language, by their current languages */
            languages: components["schemas"]["LanguageReach"][];
            /** @description Whether a second person of the secretariat will have to approve the order */
            needsApproval: boolean;
            /** @description How many recipients there are */
            recipients: number;
            /** @description How the letter will look to some of them */
            samples: components["schemas"]["BulletinSample"][];
            /** @description Recipients without a recorded address: their letters will end as skipped. So will those whose every address is suppressed at the moment of sending; the worklist has them as `recipient-unreachable` */
            withoutAddress: number;
        };
        BulletinProgress: {
            /** @description Letters that came back */
            bounced: number;
            /** @description Letters that were reported as unwanted */
            complained: number;
            /** @description Letters that were delivered */
            delivered: number;
            /** @description Letters that could not be sent */
            failed: number;
            /** @description How many recipients there are */
            recipients: number;
            /** @description Letters that were sent */
            sent: number;
            /** @description Letters that were not sent, each with its reason */
            skipped: number;
            /** @description Of those unknown: what a person has to settle */
            toSettle: number;
            /** @description Letters whose delivery is unknown */
            unknown: number;
            /** @description Letters that are still to leave */
            waiting: number;
        };
        BulletinRecipientPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["BulletinRecipientStatus"][];
            next?: components["schemas"]["NextCursor"];
        };
        BulletinRecipientStatus: {
            /** @description The address of the latest letter, as it was sent */
            address?: string;
            clusters: components["schemas"]["ClusterNumbers"];
            /** @description The latest letter; absent while none has been planned */
            letter?: {
                /** @description When it last changed */
                changedAt: components["schemas"]["Instant"];
                id: components["schemas"]["LetterId"];
                language?: components["schemas"]["Language"];
                languagesTried?: components["schemas"]["LanguagesTried"];
                /** @description Why it was not sent, or could not be */
                reason?: string;
                /** @description Counts the sendings of a bulletin, from 1 */
                round: number;
                /** @description What became of the latest letter */
                state: components["schemas"]["LetterState"];
            };
            /** @description The name in the latest letter, as it was sent */
            name?: string;
            /** @description How the latest letter turned out */
            outcome: components["schemas"]["LetterOutcome"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Why the user is among the recipients */
            reason: components["schemas"]["AddresseeReason"];
            recipient: components["schemas"]["Recipient"];
            reviews: components["schemas"]["ReviewIds"];
        };
        BulletinRound: {
            /** @description When the sending began */
            at: components["schemas"]["Instant"];
            /** @description How many it was for */
            recipients: number;
        };
        BulletinSample: {
            /** @description The letter as HTML */
            html: string;
            language: components["schemas"]["Language"];
            recipient: components["schemas"]["Recipient"];
            /** @description The line of the subject */
            subject: string;
            /** @description The text */
            text: string;
        };
        /**
         * @description How far the bulletin is, from the order to its last letter. Labels: `bulletinStates` of `GET /v1/labels`.
         * @enum {string}
         */
        BulletinState: "awaiting-approval" | "scheduled" | "sending" | "stopped" | "unsettled" | "sent" | "cancelled";
        /** @description Plain text; `{{party}}` and the like are filled in for each recipient */
        BulletinText: {
            body: components["schemas"]["LongText"];
            /** @description The line of the subject */
            subject: string;
        };
        /** @description Plain text; `{{party}}` and the like are filled in for each recipient */
        BulletinTextRequest: {
            body: components["schemas"]["LongText"];
            /** @description The line of the subject */
            subject: string;
        };
        /**
         * Format: date
         * @description A calendar day in Vienna
         * @example 2020-12-01
         */
        CalendarDate: string;
        /**
         * @example {
         *       "party": "IE",
         *       "partyName": "Ireland"
         *     }
         */
        CalendarLink: {
            /** @description Since when the link in force is there; absent where there is none */
            issuedAt?: components["schemas"]["Instant"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
        };
        ChainVerification: {
            /** @description How many entries the journal has */
            entries: number;
            /** @description The first entry whose link is broken */
            firstBroken?: {
                /** @description The version of the entry */
                version: number;
                /** @description What does not fit, in English */
                why: string;
            };
            /** @description Whether every link of the chain is whole */
            intact: boolean;
            /** @description Hash of the last entry */
            lastHash: string;
            /** @description The journal that was verified, like `review#c1-FR` */
            subject: string;
        };
        /** @description The total as at the day `since`, and how many more or fewer it is now */
        Change: {
            /** @description How many fewer the total is now */
            fewer: number;
            /** @description How many more the total is now */
            more: number;
            /** @description The total as at the earlier day */
            was: number;
        };
        Clarification: {
            /** @description What was answered */
            answer?: components["schemas"]["FrozenText"];
            /** @description When the request was made */
            askedAt: components["schemas"]["Instant"];
            /** @description The party that made the request */
            askedBy: components["schemas"]["PartyId"];
            askedByName: components["schemas"]["PartyName"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            instruments: components["schemas"]["Instruments"];
            /** @description Counts them, from 1 */
            number: number;
            /** @description The text of the question */
            question: components["schemas"]["FrozenText"];
            /** @description When it was done, or fell away */
            settledAt?: components["schemas"]["Instant"];
            state: components["schemas"]["ClarificationStatus"];
        };
        ClarificationAnswer: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            text: components["schemas"]["LongText"];
        };
        ClarificationDateCorrection: {
            /** @description The `number` of the request for clarification */
            clarification: number;
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "clarification" | "clarification-settlement";
        };
        ClarificationList: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Clarification"][];
            next?: components["schemas"]["NextCursor"];
        };
        ClarificationRequest: {
            /** @description The instruments that it is about */
            instruments?: components["schemas"]["Instrument"][];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            text: components["schemas"]["LongText"];
        };
        /**
         * @description Whether the question is open, answered or closed. Labels: `clarificationStates` of `GET /v1/labels`.
         * @enum {string}
         */
        ClarificationStatus: "open" | "answered" | "closed" | "withdrawn";
        ClarificationSummary: {
            /** @description When the request was made */
            askedAt: components["schemas"]["Instant"];
            /** @description The party that made the request */
            askedBy: components["schemas"]["PartyId"];
            askedByName: components["schemas"]["PartyName"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            instruments: components["schemas"]["Instruments"];
            /** @description Counts them, from 1 */
            number: number;
            /** @description When it was done, or fell away */
            settledAt?: components["schemas"]["Instant"];
            state: components["schemas"]["ClarificationStatus"];
        };
        Clearance: {
            /** @description The current drafts, with the versions that are cleared */
            drafts: {
                instrument: components["schemas"]["Instrument"];
                /** @description The version of the draft that was read, and that is cleared */
                version: number;
            }[];
        };
        /**
         * @description Labels: `closingReasons` of `GET /v1/labels`.
         * @enum {string}
         */
        ClosingReason: "left-service" | "compromised" | "registered-by-mistake" | "other";
        /** @description The thematic cluster, by its number */
        ClusterNumber: number;
        /** @description The thematic clusters of its reviews, by their numbers, each once */
        ClusterNumbers: components["schemas"]["ClusterNumber"][];
        ClusterWithoutReview: {
            /** @description The cluster */
            cluster: components["schemas"]["ClusterNumber"];
            /** @description The parties that would have no review of it */
            parties: components["schemas"]["NamedParty"][];
        };
        ConsentDateCorrection: {
            /** @description The part to whose publication the party consented */
            part: components["schemas"]["PublishedPart"];
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "consent";
        };
        ConsentWithdrawal: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description The parts that may be public no more */
            parts: components["schemas"]["PublishedPart"][];
        };
        ConstructiveDialogue: {
            /** @description Who attended, by kind */
            attendance: components["schemas"]["DialogueAttendance"];
            happenedOn: components["schemas"]["EntryDay"];
            name?: components["schemas"]["RecordedName"];
            /** @description Where it was held */
            place?: string;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "constructive-dialogue";
            topic?: components["schemas"]["RecordedTopic"];
        };
        ConstructiveDialogueRequest: {
            /** @description Who attended, by kind */
            attendance: components["schemas"]["DialogueAttendanceRequest"];
            happenedOn: components["schemas"]["EntryDay"];
            name?: components["schemas"]["RecordedName"];
            /** @description Where it was held */
            place?: string;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "constructive-dialogue";
            topic?: components["schemas"]["RecordedTopic"];
        };
        Consultation: {
            /** @description The day on which the answers are due, where the parties agreed on one before the six months end */
            answersDueOn?: components["schemas"]["CalendarDate"];
            /** @description From where the six months for the answers count */
            clock?: components["schemas"]["QuestionnaireClock"];
            /** @description The day from which the six months for the answers count */
            clockStartsOn?: components["schemas"]["CalendarDate"];
            /** @description The day on which the consultation was concluded */
            concludedOn?: components["schemas"]["CalendarDate"];
            /** @description The day on which the parties met */
            heldOn?: components["schemas"]["CalendarDate"];
            /** @description The languages that the parties agreed on */
            languages?: components["schemas"]["Language"][];
            languagesOpen?: components["schemas"]["LanguagesOpen"];
            /** @description How they met, where it is on record */
            mode?: components["schemas"]["MeetingMode"];
            /** @description Further meetings after the first one, or after an outcome without one, in the order in which they were logged */
            rounds?: components["schemas"]["ConsultationRound"][];
            /** @description Parties drawn in later, whose confirmation of languages and division of work is pending */
            toConfirmWith?: components["schemas"]["NamedParty"][];
            /** @description Languages into which translation is needed */
            translationNeeded?: components["schemas"]["Language"][];
            /** @description Whether it was concluded without a meeting, an exception */
            withoutMeeting?: boolean;
        };
        ConsultationOutcome: {
            /** @description The day on which the answers are due, where the parties agreed on one before the six months end */
            answersDueOn?: components["schemas"]["CalendarDate"];
            /** @description The day from which the six months for the answers count */
            clockStartsOn?: components["schemas"]["CalendarDate"];
            /** @description The day on which the consultation was concluded */
            concludedOn?: components["schemas"]["CalendarDate"];
            /** @description The day on which the parties met */
            heldOn?: components["schemas"]["CalendarDate"];
            /** @description The languages that the parties agreed on */
            languages?: components["schemas"]["LanguagesAgreed"];
            /** @description Why the languages are not agreed yet */
            languagesOpen?: components["schemas"]["OpenLanguages"];
            /** @description How they met on `heldOn` */
            mode?: components["schemas"]["MeetingMode"];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description Why it is concluded without a meeting: an exception */
            withoutMeeting?: string;
        };
        ConsultationRound: {
            /** @description The party that logged it, or for which it was logged from the source; absent where the secretariat did so on its own initiative */
            by?: components["schemas"]["PartyId"];
            byName?: components["schemas"]["PartyName"];
            /** @description The day on which the parties met */
            heldOn: components["schemas"]["CalendarDate"];
            mode: components["schemas"]["MeetingMode"];
            /** @description Its number; the first meeting is number 1 */
            number: number;
            /** @description From what it is known, where it was logged for a party */
            source?: components["schemas"]["Source"];
        };
        Contact: {
            cluster?: components["schemas"]["ClusterNumber"];
            /** @description The day of the contact */
            contactedOn: components["schemas"]["CalendarDate"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The contact that followed it up */
            followedBy?: number;
            /** @description The contact whose next step this one was */
            follows?: number;
            /** @description When to come back to it */
            nextOn?: components["schemas"]["CalendarDate"];
            /** @description A note of the officer, for the secretariat alone */
            note?: string;
            /** @description Counts them, from 1 */
            number: number;
            officer: components["schemas"]["UserId"];
            officerName?: components["schemas"]["VisibleName"];
            outcome: components["schemas"]["ContactOutcome"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description When it was recorded */
            recordedAt: components["schemas"]["Instant"];
            review?: components["schemas"]["ReviewId"];
            way: components["schemas"]["ContactWay"];
        };
        /**
         * @description Which of the mission's addresses it is. Labels: `contactAddresses` of `GET /v1/labels`.
         * @enum {string}
         */
        ContactAddress: "first" | "second" | "former";
        /** @description Contacts that are recorded together, each with its party */
        ContactCounts: {
            /** @description Counts them, from 1 */
            number: number;
            /** @description How many contacts took place in each way */
            ways: {
                /** @description How many there are */
                count: number;
                way: components["schemas"]["ContactWay"];
            }[];
        };
        ContactEntries: {
            /** @description Contacts that are recorded together, each with its party */
            contacts: components["schemas"]["ContactEntry"][];
        };
        ContactEntry: {
            /** @description The day of the contact */
            contactedOn?: components["schemas"]["CalendarDate"];
            /** @description The contact whose next step this one was */
            follows?: number;
            /** @description When to come back to it */
            nextOn?: components["schemas"]["CalendarDate"];
            /** @description A note of the officer, for the secretariat alone */
            note?: string;
            officer?: components["schemas"]["UserId"];
            outcome: components["schemas"]["ContactOutcome"];
            party: components["schemas"]["PartyId"];
            review?: components["schemas"]["ReviewId"];
            way: components["schemas"]["ContactWay"];
        };
        /**
         * @description What came of it. Labels: `contactOutcomes` of `GET /v1/labels`.
         * @enum {string}
         */
        ContactOutcome: "no-answer" | "informed" | "promised" | "support-asked" | "declined" | "other";
        ContactPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Contact"][];
            next?: components["schemas"]["NextCursor"];
        };
        ContactsRecorded: {
            /** @description Contacts that are recorded together, each with its party */
            contacts: components["schemas"]["Contact"][];
        };
        /**
         * @description How the party was spoken to. Labels: `contactWays` of `GET /v1/labels`.
         * @enum {string}
         */
        ContactWay: "call" | "briefing" | "field-office" | "president" | "meeting-attempted";
        CorrectedDenunciation: {
            /** @description The symbol of the document that did notify it; unchanged if it was right */
            document: string;
            /** @description The day on which its denunciation did take effect */
            leftOn: components["schemas"]["CalendarDate"];
        };
        CorrectedOpening: {
            /** @description The decision by which it was opened; left out where the gate was reached */
            decision?: components["schemas"]["PhaseDecisionRequest"];
            /** @description The day on which it was opened in truth */
            openedOn: components["schemas"]["CalendarDate"];
        };
        /** @description Why the day is corrected; it is kept in the journal */
        CorrectionReason: string;
        /**
         * Format: date
         * @description The day at whose end is counted, in Vienna
         * @example 2020-12-01
         */
        CountedDay: string;
        /**
         * @description What one of the figure is: a review is counted once, however many blockers it has. Labels: `countedThings` of `GET /v1/labels`.
         * @enum {string}
         */
        CountedThing: "parties" | "people" | "reviews" | "blockers" | "seats" | "duties" | "drawings" | "meetings" | "accessions" | "changes" | "delays" | "rounds";
        /** @description Which countries they came from */
        CountriesTrained: {
            /** @description Each by its code */
            named?: components["schemas"]["CountryCode"][];
            /** @description How many there were, where their names are not known */
            number?: number;
        };
        /** @description Which countries they came from */
        CountriesTrainedRequest: {
            /** @description Each by its code */
            named?: components["schemas"]["CountryCode"][];
            /** @description How many there were, where their names are not known */
            number?: number;
        };
        /**
         * @description The country, by its two-letter code
         * @example FR
         */
        CountryCode: string;
        CountryProfile: {
            /** @description The institution of `office`; none without the consent of the party */
            focalPointInstitutions: string[];
            /** @description The contact for the party, as long as it consents to that being public */
            office?: {
                /** @description E-mail address of the person */
                email?: components["schemas"]["EmailAddress"];
                /** @description Institution of the person */
                institution: string;
                /** @description Telephone number of the office */
                telephone?: string;
            };
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Lots drawn again at the request of the party: the number of requests made, and the number allowed */
            redraws: {
                /** @description The number of requests that the party has made */
                asked: number;
                /** @description How many there may be */
                most: number;
            };
            /** @description The reviews that it is about */
            reviews: {
                cluster: components["schemas"]["ClusterNumber"];
                cycle?: components["schemas"]["CycleId"];
                /** @description What the review proceeds without, by decision of the Conference or its working group */
                decisions?: components["schemas"]["Decision"][];
                /** @description The day on which the party under review left the Convention, so that the review goes no further; absent of any other */
                discontinuedOn?: components["schemas"]["CalendarDate"];
                group: components["schemas"]["GroupId"];
                review: components["schemas"]["ReviewId"];
                stage: components["schemas"]["Stage"];
                startedOn?: components["schemas"]["StartDay"];
            }[];
            /** @description The contact where the party has not consented */
            secretariat?: {
                /** @description How the secretariat is reached */
                email?: string;
                /** @description How the secretariat is reached */
                institution?: string;
                /** @description How the secretariat is reached */
                telephone?: string;
                /** @description How the secretariat is reached */
                webPage?: string;
            };
        };
        /**
         * @description The currency, by its three-letter code
         * @example USD
         */
        CurrencyCode: string;
        CurrentFigures: {
            asOf: components["schemas"]["JudgedInstant"];
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The figures */
            figures: components["schemas"]["Figure"][];
            /** @description The requested group */
            group?: components["schemas"]["GroupId"];
            /** @description Reviews that are not counted, because this release cannot read their rows; absent where all are */
            leftOut?: components["schemas"]["ReviewId"][];
        };
        /**
         * @description The mechanism and the number of its cycle; absent where it is the first, `untoc1`
         * @example untoc2
         */
        CycleId: string;
        Decision: {
            body: components["schemas"]["DecisionBody"];
            /** @description The day of the decision in Vienna */
            decidedOn: components["schemas"]["CalendarDate"];
            document: components["schemas"]["ParagraphDocument"];
            /** @description What was pending from the party: its answers, its feedback or its agreement */
            kind: components["schemas"]["DispensableKind"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        /**
         * @description Who decided. Labels: `decisionBodies` of `GET /v1/labels`.
         * @enum {string}
         */
        DecisionBody: "conference" | "working-group";
        DecisionRecord: {
            body: components["schemas"]["DecisionBody"];
            /** @description The day of the decision in Vienna */
            decidedOn: components["schemas"]["CalendarDate"];
            document: components["schemas"]["ParagraphDocument"];
        };
        Delay: {
            /** @description The new day */
            dueOn: components["schemas"]["CalendarDate"];
            /** @description The reason in words, sent to all parties of the review; it stays in the journal permanently, so it names no person */
            explanation?: string;
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description Why it will be late */
            reason: components["schemas"]["DelayReason"];
        };
        DelayCorrection: {
            /** @description The obligation that was in fact delayed, where the delay was recorded for another one */
            instead?: components["schemas"]["ObligationId"];
            /** @description The obligation whose delay is corrected */
            obligation: components["schemas"]["ObligationId"];
            /** @description Why the delay is corrected; it is kept in the journal */
            reason: string;
            /** @description The right new date; as it was recorded where left out */
            to?: components["schemas"]["CalendarDate"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "delay";
        };
        /**
         * @description Labels: `delayReasons` of `GET /v1/labels`.
         * @enum {string}
         */
        DelayReason: "coordination" | "information-gathering" | "clearance" | "digital-gap" | "translation" | "change-of-focal-point" | "other";
        DelayReversal: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description Why it was a mistake; it is kept in the journal */
            reason: string;
        };
        DenunciationCorrection: {
            /** @description Why it is corrected: letters about it state the reason */
            reason: string;
            /** @description What the denunciation states from now on */
            to: components["schemas"]["CorrectedDenunciation"];
            /**
             * @description Which day it is
             * @constant
             */
            what: "denunciation";
        };
        DenunciationDraft: {
            /** @description The symbol of the document that notified it */
            document: string;
            /** @description The day on which the denunciation took effect */
            leftOn: components["schemas"]["CalendarDate"];
        };
        DenunciationOrder: {
            /** @description The symbol of the document that notified it */
            document: string;
            /** @description The day on which its denunciation took effect */
            leftOn: components["schemas"]["CalendarDate"];
            /** @description The `hash` of a preview with this day and this document */
            preview: components["schemas"]["Hash"];
        };
        DenunciationOrdered: {
            /** @description The officer who ordered it, and cannot approve it */
            by?: components["schemas"]["NamedUser"];
            /** @description The document that holds the paragraph */
            document: string;
            /** @description The day on which the denunciation took effect */
            leftOn: components["schemas"]["CalendarDate"];
            /** @description When it was ordered */
            orderedAt: components["schemas"]["Instant"];
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
        };
        DenunciationPreview: {
            /** @description Reviews of the party that would be discontinued, with the stage that they have reached */
            discontinued: components["schemas"]["ReviewDiscontinued"][];
            hash: components["schemas"]["Hash"];
            /** @description The day on which the denunciation took effect */
            leftOn: components["schemas"]["CalendarDate"];
            /** @description The letters that would leave, each with its recipient */
            letters: components["schemas"]["LetterForeseen"][];
            /** @description Mandates of people who serve */
            mandates: number;
            /** @description The obligations */
            obligations: number;
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Reviews of other parties in which its seat would become vacant */
            vacated: components["schemas"]["SeatVacated"][];
            /** @description Parties that a letter is for, whose missions have no address on record */
            withoutAddress: components["schemas"]["NamedParty"][];
        };
        DenunciationReversal: {
            /** @description Why it is undone: letters about it state the reason */
            reason: string;
            /** @description Reviews for whose seats lots were drawn since: the party comes back without these seats */
            seatsGivenUp?: components["schemas"]["ReviewId"][];
        };
        DialogueAttendance: {
            /** @description How many came from academia */
            academia?: number;
            /** @description How many intergovernmental organizations attended */
            intergovernmentalOrganizations?: number;
            /** @description How many member States attended */
            memberStates?: number;
            /** @description How many represented non-governmental organizations */
            nonGovernmentalOrganizations?: number;
            /** @description How many other stakeholders attended, those whose kind is not known among them */
            otherStakeholders?: number;
            /** @description How many came from the private sector */
            privateSector?: number;
        };
        DialogueAttendanceRequest: {
            /** @description How many came from academia */
            academia?: number;
            /** @description How many intergovernmental organizations attended */
            intergovernmentalOrganizations?: number;
            /** @description How many member States attended */
            memberStates?: number;
            /** @description How many represented non-governmental organizations */
            nonGovernmentalOrganizations?: number;
            /** @description How many other stakeholders attended, those whose kind is not known among them */
            otherStakeholders?: number;
            /** @description How many came from the private sector */
            privateSector?: number;
        };
        /**
         * @description Labels: `digestPaces` of `GET /v1/labels`.
         * @enum {string}
         */
        DigestPace: "none" | "weekly";
        /**
         * @description Labels: `dispensableKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        DispensableKind: "questionnaire" | "feedback" | "agreement";
        Division: {
            /** @description The party that recorded it, or for which it was recorded from the source */
            by: components["schemas"]["PartyId"];
            byName: components["schemas"]["PartyName"];
            /** @description Since when the work is divided so */
            dividedAt: components["schemas"]["Instant"];
            /** @description Which party takes which instruments */
            parts: components["schemas"]["DivisionPart"][];
            /** @description From what it is known, where it was recorded for a party */
            source?: components["schemas"]["Source"];
            /** @description Parties drawn in later, that have yet to divide the work */
            toConfirmWith?: components["schemas"]["NamedParty"][];
            /** @description Instruments that no party took: all parties that review them give feedback on them */
            undivided: components["schemas"]["Instrument"][];
        };
        DivisionOfWork: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description Which party takes which instruments */
            parts: components["schemas"]["DivisionPartGiven"][];
        };
        DivisionPart: {
            /** @description What the party takes */
            instruments: components["schemas"]["Instrument"][];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        DivisionPartGiven: {
            /** @description What it takes */
            instruments: components["schemas"]["Instrument"][];
            /** @description A reviewing party */
            party: components["schemas"]["PartyId"];
        };
        /** @description A party, or the kind and name of another donor */
        Donor: {
            kind?: components["schemas"]["DonorKind"];
            /** @description The party that contributed */
            party?: components["schemas"]["PartyId"];
        };
        /**
         * @description Of what kind the donor is. Labels: `donorKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        DonorKind: "other-state" | "international-organization" | "private-donor";
        /**
         * @example {
         *       "review": "c1-SE",
         *       "cluster": 1,
         *       "party": "SE",
         *       "kind": "answers",
         *       "instrument": "FP",
         *       "version": 0,
         *       "partyName": "Sweden"
         *     }
         */
        Draft: {
            /** @description When it last changed */
            changedAt?: components["schemas"]["Instant"];
            /** @description Who last changed it */
            changedBy?: components["schemas"]["UserId"];
            changedByName?: components["schemas"]["VisibleName"];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            instrument: components["schemas"]["Instrument"];
            /** @description Whether it is a draft of answers or of feedback */
            kind: components["schemas"]["DraftKind"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            review: components["schemas"]["ReviewId"];
            /** @description The draft; absent before the first one */
            text?: string;
            /** @description Counts the versions of the draft; 0 where nothing was written yet. It is its ETag */
            version: number;
        };
        /**
         * @description Labels: `draftKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        DraftKind: "answers" | "feedback";
        /**
         * @example {
         *       "items": [
         *         {
         *           "review": "c1-IE",
         *           "cluster": 1,
         *           "party": "IE",
         *           "kind": "answers",
         *           "instrument": "UNTOC",
         *           "version": 1,
         *           "text": "A text",
         *           "changedAt": "2020-12-10T12:00:00.004Z",
         *           "changedBy": "u-01eren1g0e4rgbfye50kkvsyre",
         *           "partyName": "Ireland"
         *         }
         *       ]
         *     }
         */
        DraftList: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Draft"][];
            next?: components["schemas"]["NextCursor"];
        };
        DraftText: {
            /** @description Plain text of at most 60000 characters, with line breaks; an empty one empties the draft */
            text: string;
        };
        Draw: {
            /** @description All parties that could be drawn by the rules */
            candidates: components["schemas"]["NamedParty"][];
            instruments: components["schemas"]["Instruments"];
        };
        DrawnSeat: {
            /** @description The party that has the seat since */
            by: components["schemas"]["PartyId"];
            /** @description The review of the seat */
            review: components["schemas"]["ReviewId"];
        } & {
            [key: string]: unknown;
        };
        /**
         * Format: date
         * @description The day in Vienna at whose end it is due
         * @example 2020-12-01
         */
        DueDay: string;
        /**
         * Format: date-time
         * @description The instant until which it is due: the end of a day in Vienna
         * @example 2020-12-01T08:00:00.000Z
         */
        DueInstant: string;
        /**
         * Format: email
         * @example focal.point@fr.example.org
         */
        EmailAddress: string;
        /**
         * Format: date
         * @description The day by which the entry is counted: of a pilot initiative that of its launch, of a need for translation the one since which there is the need
         * @example 2020-12-01
         */
        EntryDay: string;
        EntryPlace: {
            group: components["schemas"]["GroupId"];
            /** @description The party waives that at most four parties review it */
            limitWaived?: boolean;
        };
        EntryPreview: {
            group: components["schemas"]["GroupId"];
            instruments: components["schemas"]["Instruments"];
            /** @description Who could be drawn as the reviewer from another regional group */
            otherGroups: components["schemas"]["NamedParty"][];
            /** @description Who could be drawn as the reviewer from the regional group of the party */
            ownGroup: components["schemas"]["NamedParty"][];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            review: components["schemas"]["ReviewId"];
        };
        EntryRecord: {
            /** @description The decision by which the party takes part */
            decision: {
                body: components["schemas"]["DecisionBody"];
                /** @description The day of the decision in Vienna */
                decidedOn: components["schemas"]["CalendarDate"];
                document: components["schemas"]["ParagraphDocument"];
            };
            /** @description The draw of the reviewers, where it was held outside */
            drawn?: {
                /** @description Rules of the lots that the drawing held outside breaks, and the parties concerned */
                deviations?: {
                    party: components["schemas"]["PartyId"];
                    /** @description Why the draw remains valid although it breaks the rule */
                    reason: string;
                    rule: components["schemas"]["LotsRule"];
                }[];
                document: components["schemas"]["ParagraphDocument"];
                /** @description The day of the drawing */
                drawnOn: components["schemas"]["CalendarDate"];
                /** @description Who reviews the party, as a reviewing party or an additional reviewer, for which instruments */
                reviewers: {
                    /** @description The instruments that it is about */
                    instruments: components["schemas"]["Instrument"][];
                    party: components["schemas"]["PartyId"];
                    /**
                     * @description The role
                     * @enum {string}
                     */
                    role: "reviewing" | "additional-reviewer";
                }[];
            };
            group: components["schemas"]["GroupId"];
            /** @description The party waives that at most four parties review it */
            limitWaived?: boolean;
            /** @description The day on which the review starts where its group has started; today where left out */
            startsOn?: components["schemas"]["CalendarDate"];
        };
        /**
         * @description Labels: `erasureReasons` of `GET /v1/labels`.
         * @enum {string}
         */
        ErasureReason: "asked-by-person" | "asked-by-party" | "retention-over" | "registered-by-mistake" | "other";
        /**
         * @description How the wish to erase the person reached the secretariat. Labels: `erasureSources` of `GET /v1/labels`.
         * @enum {string}
         */
        ErasureSource: "note-verbale" | "letter" | "e-mail" | "telephone" | "meeting" | "own-motion";
        Erratum: {
            /** @description The agreement of every party to this text, from its source */
            agreements: components["schemas"]["ErratumAgreement"][];
            /** @description What each observation of the corrected list is about; left out where that does not change */
            items?: components["schemas"]["ObservationItemRequest"][];
            list: components["schemas"]["LongText"];
            /** @description The day and the source of a publication outside the system */
            outside?: components["schemas"]["OutsideDay"];
            /** @description Why the list is corrected; it is public */
            reason: string;
            summary: components["schemas"]["LongText"];
        };
        ErratumAgreement: {
            /** @description The day on which the party agreed */
            happenedOn: components["schemas"]["CalendarDate"];
            party: components["schemas"]["PartyId"];
            /** @description From what it is known that the party agreed */
            source: components["schemas"]["SourceRequest"];
        };
        /**
         * @description Version of the item, like "v3"
         * @example "v3"
         */
        ETag: string;
        ExpectedStep: {
            /** @description Whether the day is over and it has not */
            behind: boolean;
            /** @description The day by which it was expected to have passed it, counted from the planned start of its group */
            expectedOn: components["schemas"]["CalendarDate"];
            /** @description The same in an English sentence or more */
            inWords: string;
            /** @description Whether it has passed it */
            passed: boolean;
            /** @description The stage that the review is to have passed */
            step: components["schemas"]["Stage"];
        };
        ExplainedLetter: {
            /** @description When it last changed */
            changedAt: components["schemas"]["Instant"];
            clusters: components["schemas"]["ClusterNumbers"];
            /** @description Why it was sent, or was not; only where it is asked for */
            explanation?: components["schemas"]["LetterExplanation"];
            id: components["schemas"]["LetterId"];
            /** @description What the letter is about */
            kind: components["schemas"]["LetterKind"];
            language?: components["schemas"]["Language"];
            languagesTried?: components["schemas"]["LanguagesTried"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description When the letter was written down */
            plannedAt: components["schemas"]["Instant"];
            /** @description Why it was not sent, or failed */
            reason?: string;
            recipient: components["schemas"]["Recipient"];
            /** @description Reference of the letter, as its text has it */
            reference?: string;
            reviews: components["schemas"]["ReviewIds"];
            state: components["schemas"]["LetterState"];
            /** @description The line of the subject */
            subject?: string;
        };
        Feedback: {
            /** @description What this page of the list holds */
            items: components["schemas"]["PartyFeedback"][];
            next?: components["schemas"]["NextCursor"];
            review: components["schemas"]["ReviewId"];
        };
        FeedbackState: {
            /** @description When the party's focal point cleared it */
            clearedAt: components["schemas"]["Instant"];
            /** @description On feedback of a party whose seat was drawn again: until when it held it, and who took it */
            formerReviewer?: components["schemas"]["FormerReviewer"];
            instruments: components["schemas"]["Instruments"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        FieldError: {
            /** @description Name of the column in a file */
            column?: string;
            /** @description The header that does not fit */
            header?: string;
            /** @description The error, in the requested language */
            message: string;
            /** @description The parameter of the path or the query that does not fit */
            parameter?: string;
            /** @description JSON pointer into the body, to what does not fit */
            pointer?: string;
            /** @description Line of a file as an editor shows it */
            row?: number;
            /** @description Of an import: the sheet */
            sheet?: string;
        };
        Figure: {
            /**
             * @description What one of the figure is: a review is counted once, however many blockers it has
             * @enum {string}
             */
            counts: "reviews" | "blockers" | "seats" | "duties";
            /** @description What the figure counts, in a sentence */
            definition: string;
            figure: components["schemas"]["FigureName"];
            /** @description Whether one that has several kinds is counted in each of them, so that parts by kind sum to more than the total */
            kindsOverlap: boolean;
            /** @description How many of the figure have the same values; parts that count nothing are left out */
            parts: components["schemas"]["FigurePart"][];
            /** @description Paragraphs: S background paper of 2023, P procedures and rules, G guidelines; D a decision of the system */
            sources: string[];
            /** @description How many there are */
            total: number;
        };
        /**
         * @description A kind of obligation, or `consultation` past its target, or `publication`. Labels: `figureKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        FigureKind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement" | "consultation" | "publication";
        FigureLabel: {
            /** @description What the figure counts */
            definition: string;
            /** @description What the figure is called */
            name: string;
        };
        FigureLabelMap: {
            [key: string]: components["schemas"]["FigureLabel"];
        };
        FigureMember: {
            /** @description Of a review that is blocked: the kinds of its blockers */
            blockedBy?: components["schemas"]["FigureKind"][];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            group: components["schemas"]["GroupId"];
            /** @description The kind of obligation or blocker that is counted */
            kind?: components["schemas"]["FigureKind"];
            obligation?: components["schemas"]["ObligationId"];
            /** @description The instant of the first date, which no delay moves: late is counted from it */
            originalDueAt?: components["schemas"]["Instant"];
            /** @description The day in Vienna of the first date */
            originalDueOn?: components["schemas"]["CalendarDate"];
            /** @description The party under review, the party with the obligation, or the party of the seat; absent for acts of the secretariat */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            review: components["schemas"]["ReviewId"];
            /** @description Since when it counts: in this stage, blocked, vacant, overdue, late, notified or returned */
            since: components["schemas"]["Instant"];
            stage: components["schemas"]["ReviewBin"];
        };
        FigureMemberPage: {
            asOf: components["schemas"]["JudgedInstant"];
            /** @description How many the whole list has */
            count: number;
            figure: components["schemas"]["FigureName"];
            /** @description What this page of the list holds */
            items: components["schemas"]["FigureMember"][];
            /** @description Reviews that are not in the list, because this release cannot read their rows; absent where all are */
            leftOut?: components["schemas"]["ReviewId"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @description The figure, by its name. Labels: `figures` of `GET /v1/labels`.
         * @enum {string}
         */
        FigureName: "reviews" | "reviews-blocked" | "reviews-missing-somebody" | "blockers" | "focal-points-missing" | "experts-missing" | "duties-overdue" | "duties-late" | "duties-delayed" | "duties-returned";
        /** @description How many of a figure have these values; none are left out */
        FigurePart: {
            cluster?: components["schemas"]["ClusterNumber"];
            /** @description How many there are */
            count: number;
            cycle?: components["schemas"]["CycleId"];
            group?: components["schemas"]["GroupId"];
            /** @description The kind of obligation or blocker that this part counts */
            kind?: components["schemas"]["FigureKind"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            stage?: components["schemas"]["ReviewBin"];
        };
        /**
         * @description The criterion by which a figure of the status paper distinguishes reviews. Labels: `figureSeries` of `GET /v1/labels`.
         * @enum {string}
         */
        FigureSeries: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded" | "discontinued" | "missing-focal-point" | "no-focal-point-missing" | "consultation-held" | "consultation-not-held" | "languages-agreed" | "questionnaire-submitted" | "questionnaire-in-preparation" | "questionnaire-not-begun" | "feedback-concluded" | "feedback-under-way" | "feedback-not-reached";
        FirstMeeting: {
            /** @description The day on which the parties met */
            heldOn: components["schemas"]["CalendarDate"];
            /**
             * @description The first meeting, whose day figures count (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            meeting: "first";
            /** @description How they met; it may be left out */
            mode?: components["schemas"]["MeetingMode"];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
        };
        FormerReviewer: {
            /** @description The party that took the seat */
            replacedBy: components["schemas"]["PartyId"];
            replacedByName: components["schemas"]["PartyName"];
            /** @description Until when it held the seat */
            until: components["schemas"]["Instant"];
        };
        /** @description One act of one party or of the secretariat, after which at least one review waits for nothing */
        FreeingAct: {
            /** @description What is done */
            act: components["schemas"]["AwaitedAct"];
            /** @description The clusters that these are of */
            clusters?: components["schemas"]["ClusterNumber"][];
            /** @description How many stalled reviews wait for nothing else */
            frees: number;
            /** @description How many stalled reviews wait for it, alone or with others */
            neededIn: number;
            /** @description Whose act it is, or for whose seat lots are drawn; left out where the secretariat publishes, and for callers who may not know */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description Its place by how many reviews it frees; acts that free as many have the same */
            rank: number;
            /** @description The reviews that it frees; left out for callers who may not know whose act it is */
            reviews?: components["schemas"]["ReviewId"][];
            /** @description Whether another act frees as many */
            tied: boolean;
        };
        /** @description A note that a person wrote to a paragraph of the paper */
        FreeNote: {
            /** @description The number of the paragraph at whose end it is placed */
            paragraph: number;
            /** @description What it says */
            text: string;
        };
        /** @description A note that a person wrote to a paragraph of the paper */
        FreeNoteRequest: {
            /** @description The number of the paragraph at whose end it is placed */
            paragraph: number;
            /** @description What it says */
            text: string;
        };
        /** @description A paragraph that a person wrote, after one of the paper */
        FreeParagraph: {
            /** @description The number of the paragraph after which it is placed */
            after: number;
            /** @description What it says */
            text: string;
        };
        /** @description A paragraph that a person wrote, after one of the paper */
        FreeParagraphRequest: {
            /** @description The number of the paragraph after which it is placed */
            after: number;
            /** @description What it says */
            text: string;
        };
        FrozenText: {
            hash: components["schemas"]["Hash"];
            /** @description The text */
            text: string;
        };
        FurtherMeeting: {
            /** @description The day on which the parties met */
            heldOn: components["schemas"]["CalendarDate"];
            /**
             * @description A meeting after the first one (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            meeting: "further";
            mode: components["schemas"]["MeetingMode"];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
        };
        FurtherStep: {
            /** @description The obligations that the reminder covers */
            occasion: {
                /** @description When the party with the obligation set this date */
                datedAt?: components["schemas"]["Instant"];
                dueAt: components["schemas"]["DueInstant"];
                dueOn: components["schemas"]["DueDay"];
                /** @description Rises whenever the date of the obligation is set again */
                generation: number;
                group: components["schemas"]["GroupId"];
                /** @description The kind of obligation that this step reminds of */
                kind: components["schemas"]["ObligationKind"];
                party: components["schemas"]["PartyId"];
                partyName: components["schemas"]["PartyName"];
            };
            rung: components["schemas"]["ReminderStepName"];
        };
        GateProjectionView: {
            asAt: components["schemas"]["CountedDay"];
            /** @description What the projection takes for granted, in words */
            assumptions: string[];
            cluster: components["schemas"]["ClusterNumber"];
            /** @description How many of them are concluded */
            concluded: number;
            cycle?: components["schemas"]["CycleId"];
            /** @description The groups whose reviews the gate counts */
            groups: components["schemas"]["GroupId"][];
            knownOn?: components["schemas"]["LastRecordedDay"];
            /** @description How it is projected, in words */
            method: string;
            /** @description The same where each step takes the median */
            middle?: components["schemas"]["CalendarDate"];
            /** @description How many have to be concluded */
            needed: number;
            /** @description How many there are, without those whose party left */
            of: number;
            /** @description How many per cent of them are needed */
            percent: number;
            /** @description How many reviews were concluded from each day on, and would be at each pace */
            points: components["schemas"]["ProjectionPoint"][];
            /** @description The day on which it is reached where each step takes the lower quartile of days; left out where it is not */
            quick?: components["schemas"]["CalendarDate"];
            /** @description The day on which the gate was reached */
            reachedOn?: components["schemas"]["CalendarDate"];
            /** @description The same where each step takes the upper quartile */
            slow?: components["schemas"]["CalendarDate"];
            /** @description Paragraphs that it rests on: S background paper of 2023; D a decision of the system */
            sources: string[];
            /** @description The status of the gate */
            state: components["schemas"]["ProjectionState"];
            /** @description What the pace is read from */
            steps: components["schemas"]["ProjectedStep"][];
            /** @description How many reviews have been in their step longer than any that passed it, and are not projected */
            withoutPace: number;
        };
        GatewayMessage: {
            /** @description The error, in the requested language */
            message: string;
        };
        /**
         * @description Labels: `genders` of `GET /v1/labels`.
         * @enum {string}
         */
        Gender: "female" | "male" | "other";
        /** @description Rises whenever the date of the obligation is set again */
        Generation: number;
        /**
         * @example {
         *       "id": "c4-g1",
         *       "cluster": 4,
         *       "group": 1,
         *       "state": "starting",
         *       "plannedFor": "2022-12-01",
         *       "startedOn": "2020-12-01",
         *       "behindPlan": false,
         *       "reviews": 4,
         *       "version": 3
         *     }
         */
        Group: {
            /** @description Past its planned day and not started: listed, never started automatically */
            behindPlan: boolean;
            cluster: components["schemas"]["ClusterNumber"];
            /** @description The last correction of the day of the start */
            corrected?: components["schemas"]["GroupStartCorrected"];
            /** @description A correction of the day that waits for a second person */
            correctionOrdered?: components["schemas"]["GroupStartCorrectionOrdered"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The group */
            group: components["schemas"]["GroupNumber"];
            id: components["schemas"]["GroupId"];
            /** @description When it is to happen */
            plannedFor: components["schemas"]["CalendarDate"];
            /**
             * @description Of a group that was taken over: whether letters about it are paused, or its resumption is under way
             * @enum {string}
             */
            reminders?: "paused" | "resuming";
            /** @description How many reviews the group has */
            reviews: number;
            startedOn?: components["schemas"]["StartDay"];
            /** @description Whether the group is still to start, waits for a second person, starts now, has started, or whether its start is being undone */
            state: components["schemas"]["GroupState"];
            version: components["schemas"]["Version"];
            /** @description Its start, a correction of that, or the resumption of its reminders; absent before a start is ordered */
            work?: components["schemas"]["Work"];
        };
        /**
         * @description The group
         * @example c1-g1
         */
        GroupId: string;
        /**
         * @description Groups of reviews
         * @example c1-g1,c1-g2
         */
        GroupList: string;
        /** @description Counts them, from 1 */
        GroupNumber: number;
        GroupPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Group"][];
            next?: components["schemas"]["NextCursor"];
        };
        GroupResumptionPreview: {
            /** @description How many focal points would be written to */
            focalPoints: number;
            group: components["schemas"]["GroupId"];
            /** @description What the resumption quotes */
            hash: components["schemas"]["Hash"];
            /** @description How many people would be invited to their account, right away */
            invitations: number;
            /** @description How many letters about the state of reviews would leave, invitations not counted */
            letters: number;
            /** @description When the letters would leave: the next 09:00 in Vienna */
            lettersAt: components["schemas"]["Instant"];
            /** @description The missions that would be written to, by their party */
            missions: components["schemas"]["NamedParty"][];
            /** @description Parties that would be written to, and whose missions have left no address */
            withoutAddress: components["schemas"]["NamedParty"][];
        };
        GroupStart: {
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
            startedOn: components["schemas"]["StartDay"];
            /** @description Why reviews start without something that their party has joined, one for each of `joinedSince` of the preview */
            uncovered?: {
                /** @description Why it starts without what its party has joined; the journal keeps it */
                reason: string;
                review: components["schemas"]["ReviewId"];
            }[];
        };
        GroupStartCorrected: {
            /** @description When it was corrected */
            at: components["schemas"]["Instant"];
            /** @description The day that was on record before */
            from: components["schemas"]["CalendarDate"];
            /** @description Why it was corrected */
            reason: string;
        };
        GroupStartCorrection: {
            /** @description Why the day is corrected: letters about it state the reason */
            reason: string;
            /** @description The day on which the group did start */
            to: components["schemas"]["CalendarDate"];
            /**
             * @description Which day it is
             * @constant
             */
            what: "start";
        };
        GroupStartCorrectionOrdered: {
            /** @description Why the day is to be corrected */
            reason: string;
            /** @description The day that would be on record */
            startedOn: components["schemas"]["CalendarDate"];
        };
        GroupStartDraft: {
            startedOn: components["schemas"]["StartDay"];
        };
        GroupStartPreview: {
            /** @description Whether it lies before that day */
            beforePlan: boolean;
            /** @description How many days the start lies from the planned day */
            daysOffPlan: number;
            group: components["schemas"]["GroupId"];
            /** @description What the order of the start quotes */
            hash: components["schemas"]["Hash"];
            /** @description Reviews that would start without something that their party has joined by that day */
            joinedSince: components["schemas"]["JoinedSince"][];
            /** @description Of which kind the letters would be: reminders, or one letter to each party about a start that is recorded late */
            letterKind: components["schemas"]["LetterKind"];
            /** @description How many letters would leave in all */
            letters: number;
            /** @description When the letters would leave: the next 09:00 in Vienna */
            lettersAt: components["schemas"]["Instant"];
            /** @description The missions that letters would go to, by their party */
            missions: components["schemas"]["MissionCounted"][];
            /** @description Whether a second person of the secretariat will have to approve the order */
            needsApproval: boolean;
            /** @description When it is to happen */
            plannedFor: components["schemas"]["CalendarDate"];
            startedOn: components["schemas"]["StartDay"];
            /** @description Parties that would be written to, and whose missions have left no address */
            withoutAddress: components["schemas"]["NamedParty"][];
        };
        GroupStartReversal: {
            /** @description Why the order is given up, or the start is undone */
            reason: string;
            /**
             * @description What is meant: the order that waits for a second person, or the start that has taken place
             * @enum {string}
             */
            what: "order" | "start";
        };
        /**
         * @description Labels: `groupStates` of `GET /v1/labels`.
         * @enum {string}
         */
        GroupState: "planned" | "awaiting-approval" | "starting" | "started" | "undoing" | "correcting";
        GroupTimeline: {
            asOf: components["schemas"]["JudgedInstant"];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            group: components["schemas"]["GroupId"];
            /** @description When it is to happen */
            plannedFor: components["schemas"]["CalendarDate"];
            /** @description How many reviews the group has */
            reviews: number;
            /** @description The steps in the order of the process */
            steps: components["schemas"]["TimelineStep"][];
        };
        /** @description SHA-256 in hexadecimal digits */
        Hash: string;
        Health: {
            /** @description The time of the system */
            now: components["schemas"]["Instant"];
            /** @description Which deployment it is */
            stage: string;
            /**
             * @description That the system answers
             * @constant
             */
            status: "ok";
        };
        Import: {
            /** @description When the last of it was recorded */
            appliedAt?: components["schemas"]["Instant"];
            /** @description The groups that it holds */
            groups: components["schemas"]["GroupId"][];
            id: components["schemas"]["ImportId"];
            /** @description When it was ordered */
            orderedAt: components["schemas"]["Instant"];
            /** @description Who ordered it; what it took over is recorded by `import` */
            orderedBy: components["schemas"]["UserId"];
            orderedByName?: components["schemas"]["VisibleName"];
            /** @description How many people serve by it */
            people: number;
            /** @description What could not be applied once its turn came, because others had changed what it builds on */
            refused?: components["schemas"]["ImportRefused"][];
            /** @description Whether it is being applied, or was */
            state: components["schemas"]["ImportState"];
            version: components["schemas"]["Version"];
            /** @description Its progress, in reviews */
            work: components["schemas"]["Work"];
        };
        /**
         * @example {
         *       "known": false,
         *       "summary": {
         *         "rows": [
         *           {
         *             "sheet": "missions",
         *             "rows": 1
         *           }
         *         ],
         *         "parties": 0,
         *         "missions": 0,
         *         "groups": [],
         *         "stages": [],
         *         "peopleRegistered": 0,
         *         "peopleKnown": 0,
         *         "redraws": 2,
         *         "withoutReview": []
         *       },
         *       "errors": []
         *     }
         */
        ImportChecked: {
            /** @description What is wrong, by sheet, row and column; of an import that was ordered nothing */
            errors: components["schemas"]["ImportError"][];
            /** @description How many more places do not fit, where not all are named */
            errorsLeftOut?: number;
            /** @description The import; absent for a dry run */
            import?: components["schemas"]["Import"];
            /** @description Where it says otherwise of people or missions than is known here, which stays as it is; left out where nothing does */
            kept?: components["schemas"]["ImportError"][];
            /** @description In how many places it does, of which the first are named */
            keptCount?: number;
            /** @description Whether the same was ordered before, and nothing has changed */
            known: boolean;
            /** @description What comes of it; left out where the same was ordered before */
            summary?: components["schemas"]["ImportSummary"];
        };
        ImportError: {
            /** @description The column; empty where the whole row or sheet is meant */
            column: string;
            /** @description The error, in the requested language */
            message: string;
            /** @description Line of the CSV, whose header is line 1; or the number of the row from 1 */
            row: number;
            /** @description The sheet */
            sheet: string;
        };
        /**
         * @description An import, by the hash of what it holds: the same content is the same import
         * @example i-0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0
         */
        ImportId: string;
        ImportOrder: {
            /** @description Whether to check alone: nothing is recorded, and the answer says what would be and what is wrong */
            dryRun?: boolean;
            /** @description What is taken over; sheets that are left out hold nothing */
            sheets: components["schemas"]["ImportSheets"];
            /** @description From what this is known, and where texts are that are not handed in; no name and no address */
            source: string;
        };
        ImportPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Import"][];
            next?: components["schemas"]["NextCursor"];
        };
        ImportRefused: {
            /** @description The review or the group, as the journal names it */
            about: string;
            /** @description Why */
            refusal: string;
        };
        /** @description One sheet as CSV, or as rows with the titles of the columns */
        ImportSheet: {
            /** @description The sheet as comma-separated values, with a header */
            csv?: string;
            /** @description The rows of the sheet, their cells by the names of the columns */
            rows?: {
                [key: string]: string;
            }[];
        };
        ImportSheets: {
            /** @description Delays that parties notified */
            delays?: components["schemas"]["ImportSheet"];
            /** @description Why a draw remains valid although it breaks a rule of the lots for a party */
            deviations?: components["schemas"]["ImportSheet"];
            /** @description How permanent missions are reached */
            missions?: components["schemas"]["ImportSheet"];
            /** @description The pairings of parties: a row for each seat, with its current holder */
            pairings?: components["schemas"]["ImportSheet"];
            /** @description Parties, with the columns of a party file */
            parties?: components["schemas"]["ImportSheet"];
            /** @description Who serves or served for a party, since when and until when */
            people?: components["schemas"]["ImportSheet"];
            /** @description When the phases of later clusters were opened, and by which decision */
            phases?: components["schemas"]["ImportSheet"];
            /** @description The number of redraws that a party has requested */
            redraws?: components["schemas"]["ImportSheet"];
            /** @description What happened in a review, each step on its day */
            steps?: components["schemas"]["ImportSheet"];
        };
        /**
         * @description Labels: `importStates` of `GET /v1/labels`.
         * @enum {string}
         */
        ImportState: "applying" | "applied";
        ImportSummary: {
            /** @description The groups that it plans or takes over as started */
            groups: components["schemas"]["GroupId"][];
            /** @description Of how many missions it sets the addresses */
            missions: number;
            /** @description How many parties it registers or corrects */
            parties: number;
            /** @description How many of its people were registered before */
            peopleKnown: number;
            /** @description How many people it registers */
            peopleRegistered: number;
            /** @description The number of parties whose number of redraw requests it sets */
            redraws: number;
            /** @description How many rows each sheet holds */
            rows: components["schemas"]["SheetCounted"][];
            /** @description How many reviews are in each stage then */
            stages: components["schemas"]["StageCounted"][];
            /** @description Parties that take part and would have no review of a cluster of the import: of the first cluster among all, of a later one among those that are reviewed in the one before; more of a cluster may come later */
            withoutReview: components["schemas"]["ClusterWithoutReview"][];
        };
        /**
         * Format: date-time
         * @description Instant in UTC with milliseconds
         * @example 2020-12-01T08:00:00.000Z
         */
        Instant: string;
        /**
         * @description Labels: `institutionKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        InstitutionKind: "justice" | "foreign-affairs" | "interior" | "other";
        /**
         * @description The instrument. Labels: `instruments` of `GET /v1/labels`.
         * @enum {string}
         */
        Instrument: "UNTOC" | "TIP" | "SOM" | "FP";
        InstrumentAddition: {
            /** @description The agreement of every party of the review, from its source */
            agreements: components["schemas"]["OutsideActRequest"][];
            /** @description The instruments that it is about */
            instruments: components["schemas"]["Instrument"][];
        };
        InstrumentLabel: {
            /** @description Official name, as the authentic text of the instrument has it */
            name: string;
            /** @description A short form for tables and tabs */
            short: string;
        };
        InstrumentLabelMap: {
            [key: string]: components["schemas"]["InstrumentLabel"];
        };
        /** @description The instruments that it is about */
        Instruments: components["schemas"]["Instrument"][];
        InstrumentText: {
            instrument: components["schemas"]["Instrument"];
            text: components["schemas"]["LongText"];
        };
        InvitationsAgain: {
            /** @description Whether more invitations are unused than were sent again: if so, repeat the request */
            more: boolean;
            /** @description The users to whom invitations are sent again */
            users: components["schemas"]["NamedUser"][];
        };
        /** @description Either to all, or to the users that are named */
        InvitationsResend: {
            /**
             * @description To all whose invitation is on the worklist as unused
             * @constant
             */
            to?: "all";
            /** @description To these users, by their ids */
            users?: components["schemas"]["UserId"][];
        };
        IssuedCalendarLink: {
            /** @description Path of the calendar, with the secret; it is shown only once */
            feedPath: string;
            /** @description Since when the link in force is there; absent where there is none */
            issuedAt: components["schemas"]["Instant"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
        };
        JoinedSince: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            instruments: components["schemas"]["Instruments"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            review: components["schemas"]["ReviewId"];
        };
        JournalEntry: {
            /** @description Who did it: a user, or a part of the system */
            by: string;
            byName?: components["schemas"]["VisibleName"];
            /** @description What happened */
            facts: components["schemas"]["JournalFact"][];
            /** @description SHA-256 in hexadecimal digits of the entry without `hash` and `byName`, with `subject` and `schema`: how it is made is said of the tag Journal */
            hash: components["schemas"]["Hash"];
            /** @description For which party it was recorded, where that acted outside the system, and from what that is known */
            onBehalfOf?: components["schemas"]["OutsideAct"];
            /** @description Hash of the entry before; an empty text in the first one */
            previous: string;
            /** @description When it was recorded */
            recordedAt: components["schemas"]["Instant"];
            /** @description The version that the entry led to, which counts the entries */
            version: number;
        };
        JournalFact: {
            /** @description When it happened; it may have been recorded later */
            happenedAt: components["schemas"]["Instant"];
            /** @description What happened, by its name */
            kind: string;
        } & {
            [key: string]: unknown;
        };
        JournalFeedEntry: {
            /** @description Who did it: a user, or a part of the system */
            by: string;
            byName?: components["schemas"]["VisibleName"];
            /** @description What happened */
            facts: components["schemas"]["JournalFact"][];
            /** @description SHA-256 in hexadecimal digits of the entry without `hash` and `byName`, with `schema`: how it is made is said of the tag Journal */
            hash: components["schemas"]["Hash"];
            /** @description For which party it was recorded, where that acted outside the system, and from what that is known */
            onBehalfOf?: components["schemas"]["OutsideAct"];
            /** @description Hash of the entry before; an empty text in the first one */
            previous: string;
            /** @description When it was recorded */
            recordedAt: components["schemas"]["Instant"];
            /** @description The journal that the entry belongs to */
            subject: string;
            /** @description The version that the entry led to, which counts the entries */
            version: number;
        };
        JournalFeedPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["JournalFeedEntry"][];
            next?: components["schemas"]["NextCursor"];
        };
        JournalHead: {
            /** @description Hash of the last entry */
            hash: components["schemas"]["Hash"];
            /** @description The id, by which it is named elsewhere */
            id: string;
            /** @description The version of the last entry */
            version: number;
        };
        JournalHeadPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["JournalHead"][];
            next?: components["schemas"]["NextCursor"];
        };
        JournalId: string;
        JournalPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["JournalEntry"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * Format: date-time
         * @description The instant as of which this was judged
         * @example 2020-12-01T08:00:00.000Z
         */
        JudgedInstant: string;
        KnowledgeHub: {
            countries?: components["schemas"]["CountriesTrained"];
            happenedOn: components["schemas"]["EntryDay"];
            /** @description How many members it had; left out where that is not known */
            members?: number;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "knowledge-hub";
        };
        KnowledgeHubRequest: {
            countries?: components["schemas"]["CountriesTrainedRequest"];
            happenedOn: components["schemas"]["EntryDay"];
            /** @description How many members it had; left out where that is not known */
            members?: number;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "knowledge-hub";
        };
        /** @description What codes are called, by code */
        LabelMap: {
            [key: string]: string;
        };
        Labels: {
            absences: components["schemas"]["LabelMap"];
            /** @description What the caller may do now, and by which operations */
            actions: components["schemas"]["LabelMap"];
            articlesBases: components["schemas"]["LabelMap"];
            attendanceKinds: components["schemas"]["LabelMap"];
            audienceLists: components["schemas"]["LabelMap"];
            audienceRoles: components["schemas"]["LabelMap"];
            awaitedActs: components["schemas"]["LabelMap"];
            /** @description What prevents the review from proceeding, and whose obligation it is */
            blockedBy: components["schemas"]["LabelMap"];
            bulletinStates: components["schemas"]["LabelMap"];
            clarificationStates: components["schemas"]["LabelMap"];
            closingReasons: components["schemas"]["LabelMap"];
            /** @description The thematic clusters of its reviews, by their numbers, each once */
            clusters: components["schemas"]["LabelMap"];
            contactAddresses: components["schemas"]["LabelMap"];
            contactOutcomes: components["schemas"]["LabelMap"];
            contactWays: components["schemas"]["LabelMap"];
            correctableDates: components["schemas"]["LabelMap"];
            countedThings: components["schemas"]["LabelMap"];
            decisionBodies: components["schemas"]["LabelMap"];
            delayReasons: components["schemas"]["LabelMap"];
            digestPaces: components["schemas"]["LabelMap"];
            /**
             * @description Direction in which the language is written, as HTML's `dir` takes it
             * @enum {string}
             */
            dir: "ltr" | "rtl";
            dispensableKinds: components["schemas"]["LabelMap"];
            donorKinds: components["schemas"]["LabelMap"];
            draftKinds: components["schemas"]["LabelMap"];
            erasureReasons: components["schemas"]["LabelMap"];
            erasureSources: components["schemas"]["LabelMap"];
            figureKinds: components["schemas"]["LabelMap"];
            /** @description What the codes are called for figures of the moment */
            figures: components["schemas"]["FigureLabelMap"];
            figureSeries: components["schemas"]["LabelMap"];
            genders: components["schemas"]["LabelMap"];
            groupStates: components["schemas"]["LabelMap"];
            importStates: components["schemas"]["LabelMap"];
            institutionKinds: components["schemas"]["LabelMap"];
            /** @description What instruments are called */
            instruments: components["schemas"]["InstrumentLabelMap"];
            journalKinds: components["schemas"]["LabelMap"];
            /** @description The language of these labels */
            language: components["schemas"]["Language"];
            /** @description The languages that the parties agreed on */
            languages: components["schemas"]["LabelMap"];
            /** @description Why the languages are not agreed yet */
            languagesOpen: components["schemas"]["LabelMap"];
            letterKinds: components["schemas"]["LabelMap"];
            letterOutcomes: components["schemas"]["LabelMap"];
            letterRules: components["schemas"]["LabelMap"];
            letterStates: components["schemas"]["LabelMap"];
            letterTextStates: components["schemas"]["LabelMap"];
            lotsRules: components["schemas"]["LabelMap"];
            mandateEndReasons: components["schemas"]["LabelMap"];
            mandateRoles: components["schemas"]["LabelMap"];
            /** @description What the codes are called for what is counted as at a day */
            measures: components["schemas"]["FigureLabelMap"];
            meetingModes: components["schemas"]["LabelMap"];
            nominationKinds: components["schemas"]["LabelMap"];
            obligationChoices: components["schemas"]["LabelMap"];
            obligations: components["schemas"]["LabelMap"];
            obligationStates: components["schemas"]["LabelMap"];
            observationKinds: components["schemas"]["LabelMap"];
            offices: components["schemas"]["LabelMap"];
            paperFigures: components["schemas"]["LabelMap"];
            paperFormats: components["schemas"]["LabelMap"];
            paperStates: components["schemas"]["LabelMap"];
            participations: components["schemas"]["LabelMap"];
            partyKinds: components["schemas"]["LabelMap"];
            phaseStandings: components["schemas"]["LabelMap"];
            /** @description What problems are called, and what to do */
            problems: components["schemas"]["ProblemTextMap"];
            projectionSeries: components["schemas"]["LabelMap"];
            projectionStates: components["schemas"]["LabelMap"];
            publishedParts: components["schemas"]["LabelMap"];
            questionnaireClocks: components["schemas"]["LabelMap"];
            recipientOutcomes: components["schemas"]["LabelMap"];
            /** @description Regional groups */
            regionalGroups: components["schemas"]["LabelMap"];
            /** @description What is counted of the registers, with the definition of each count */
            registerCounts: components["schemas"]["FigureLabelMap"];
            registers: components["schemas"]["LabelMap"];
            reviewBins: components["schemas"]["LabelMap"];
            seatRoles: components["schemas"]["LabelMap"];
            secondFactorStates: components["schemas"]["LabelMap"];
            settledReasons: components["schemas"]["LabelMap"];
            settlementOutcomes: components["schemas"]["LabelMap"];
            skipReasons: components["schemas"]["LabelMap"];
            sourceDocuments: components["schemas"]["LabelMap"];
            sourceKinds: components["schemas"]["LabelMap"];
            /** @description Stages of a review */
            stages: components["schemas"]["LabelMap"];
            suppressionReasons: components["schemas"]["LabelMap"];
            trainingLanguages: components["schemas"]["LabelMap"];
            /** @description That the words in this language were translated by the project and no professional translator has read them, to be shown next to them. Left out in English, in which they were written. */
            translationNote?: string;
            translationOutcomes: components["schemas"]["LabelMap"];
            userAccess: components["schemas"]["LabelMap"];
            userRoles: components["schemas"]["LabelMap"];
            /** @description What kinds of work are called, and what to do */
            worklist: components["schemas"]["WorkWordsMap"];
            workStates: components["schemas"]["LabelMap"];
        };
        /**
         * @description The working language. Labels: `languages` of `GET /v1/labels`.
         * @enum {string}
         */
        Language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
        LanguageReach: {
            language: components["schemas"]["Language"];
            /** @description Of these recipients, those who read another language, in which there is no text */
            readingAnother: number;
            /** @description How many recipients there are */
            recipients: number;
        };
        LanguagesAgreed: {
            /** @description The day on which the parties agreed; today where left out */
            agreedOn?: components["schemas"]["CalendarDate"];
            /** @description Why three languages are used */
            exception?: string;
            /** @description The languages that the parties agreed on */
            languages: string[];
        };
        LanguagesCorrection: {
            /** @description Why three languages are used */
            exception?: string;
            /** @description Why the languages are corrected; it is kept in the journal */
            reason: string;
            /** @description The one or two languages on which the parties agreed, or three by an exception */
            to: string[];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "agreed-languages";
        };
        /** @description The languages with the day of the agreement, or why they are open */
        LanguagesOfReview: {
            /** @description The day on which the parties agreed; where left out, that of the act that is recorded for a party, or today */
            agreedOn?: components["schemas"]["CalendarDate"];
            /** @description Why three languages are used */
            exception?: string;
            /** @description The languages that the parties agreed on */
            languages?: string[];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description Why the languages are still open, and what has to be translated */
            open?: components["schemas"]["OpenLanguages"];
        };
        /**
         * @description Why the languages are not agreed yet. Labels: `languagesOpen` of `GET /v1/labels`.
         * @enum {string}
         */
        LanguagesOpen: "in-discussion" | "lack-of-resources";
        /** @description Languages that come before `language` for this reader and have no text; empty where it is the reader's own */
        LanguagesTried: components["schemas"]["Language"][];
        /**
         * Format: date
         * @description The last day whose records are taken into account, where not all are
         * @example 2020-12-01
         */
        LastRecordedDay: string;
        LateAnswers: {
            /**
             * @description What the texts are of (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            of: "answers";
            source: components["schemas"]["SourceRequest"];
            /** @description The texts that arrived, by instrument */
            texts: components["schemas"]["InstrumentText"][];
        };
        LateFeedback: {
            /**
             * @description What the texts are of (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            of: "feedback";
            /** @description The reviewing party that cleared the feedback */
            party: components["schemas"]["PartyId"];
            source: components["schemas"]["SourceRequest"];
            /** @description The texts that arrived, by instrument */
            texts: components["schemas"]["InstrumentText"][];
        };
        LateList: {
            /** @description What each observation of the list is about; left out where the list does not say */
            items?: components["schemas"]["ObservationItemRequest"][];
            list: components["schemas"]["LongText"];
            /**
             * @description What the text is of (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            of: "list";
            source: components["schemas"]["SourceRequest"];
            summary: components["schemas"]["LongText"];
            /** @description The version of the list that was recorded without its text */
            version: number;
        };
        LateText: components["schemas"]["LateAnswers"] | components["schemas"]["LateFeedback"] | components["schemas"]["LateList"];
        Letter: {
            /** @description When it last changed */
            changedAt: components["schemas"]["Instant"];
            clusters: components["schemas"]["ClusterNumbers"];
            id: components["schemas"]["LetterId"];
            /** @description What the letter is about */
            kind: components["schemas"]["LetterKind"];
            language?: components["schemas"]["Language"];
            languagesTried?: components["schemas"]["LanguagesTried"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description When the letter was written down */
            plannedAt: components["schemas"]["Instant"];
            /** @description Why it was not sent, or failed */
            reason?: string;
            recipient: components["schemas"]["Recipient"];
            /** @description Reference of the letter, as its text has it */
            reference?: string;
            reviews: components["schemas"]["ReviewIds"];
            state: components["schemas"]["LetterState"];
            /** @description The line of the subject */
            subject?: string;
        };
        LetterAbsence: {
            /** @description Whether no letter left for the party on the day */
            absent: boolean;
            asOf: components["schemas"]["JudgedInstant"];
            /** @description A day in Vienna */
            date: components["schemas"]["CalendarDate"];
            /** @description The earliest next reminder of all */
            next?: components["schemas"]["NextReminder"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Why no letter came, obligation by obligation, or which letter did */
            reasons: components["schemas"]["LetterAbsenceReason"][];
        };
        LetterAbsenceReason: {
            /** @description The moment of the step that falls on the day */
            at?: components["schemas"]["Instant"];
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            duty?: components["schemas"]["ObligationKind"];
            generation?: components["schemas"]["Generation"];
            /** @description The same in an English sentence or more */
            inWords: string;
            /** @description What the letter is about */
            kind?: components["schemas"]["LetterKind"];
            /** @description When the letter left */
            leftAt?: components["schemas"]["Instant"];
            letter?: components["schemas"]["LetterId"];
            /** @description The next reminder of the obligation after the day, as planned then */
            next?: components["schemas"]["NextReminder"];
            obligation?: components["schemas"]["ObligationId"];
            /** @description The day on which the obligation was opened */
            openedOn?: components["schemas"]["CalendarDate"];
            recipient?: components["schemas"]["Recipient"];
            review?: components["schemas"]["ReviewId"];
            rung?: components["schemas"]["ReminderStepName"];
            /** @description The day on which it was done, or fell away */
            settledOn?: components["schemas"]["CalendarDate"];
            /** @description Since when no recipient is reached */
            since?: components["schemas"]["Instant"];
            /** @description Why no letter came about it */
            why: components["schemas"]["AbsenceWhy"];
        };
        LetterDetails: {
            /** @description When it last changed */
            changedAt: components["schemas"]["Instant"];
            clusters: components["schemas"]["ClusterNumbers"];
            /** @description Why it was sent, or was not; only where it is asked for */
            explanation?: components["schemas"]["LetterExplanation"];
            id: components["schemas"]["LetterId"];
            /** @description What the letter is about */
            kind: components["schemas"]["LetterKind"];
            language?: components["schemas"]["Language"];
            languagesTried?: components["schemas"]["LanguagesTried"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description When the letter was written down */
            plannedAt: components["schemas"]["Instant"];
            /** @description Why it was not sent, or failed */
            reason?: string;
            recipient: components["schemas"]["Recipient"];
            /** @description Reference of the letter, as its text has it */
            reference?: string;
            reviews: components["schemas"]["ReviewIds"];
            state: components["schemas"]["LetterState"];
            /** @description The line of the subject */
            subject?: string;
            /** @description What it says, as it was sent; only where it is asked for */
            text?: components["schemas"]["LetterText"];
        };
        LetterExplanation: {
            /** @description Counts the letters that were written for the same reminder subject and recipient, from 1 */
            attempt: number;
            /** @description The paragraphs that the rule rests on */
            basis: components["schemas"]["Basis"][];
            /** @description The letter that failed, of which this one is the next attempt */
            before?: components["schemas"]["LetterId"];
            /** @description Which of the mission's addresses it went to; absent until one is chosen */
            contact?: components["schemas"]["ContactAddress"];
            /** @description The letter that names this step together with others, where it was skipped for that one */
            coveredBy?: components["schemas"]["LetterId"];
            digest?: components["schemas"]["LetterId"];
            /** @description The other steps that it covers, of nominations that were due to the mission on the same morning */
            further?: components["schemas"]["FurtherStep"][];
            /** @description What became of the letter, step by step */
            history: {
                /** @description When it happened */
                at: components["schemas"]["Instant"];
                /** @description In which state the letter came at that moment */
                state: components["schemas"]["LetterState"];
                /** @description What the mail service or the sender said */
                why?: string;
            }[];
            /** @description The same in an English sentence or more */
            inWords: string;
            /** @description Of a reminder: the kind of obligation whose steps it follows, in the edition that was in force */
            ladder?: {
                /** @description The day from which the edition of the policy is in force */
                effectiveFrom: components["schemas"]["CalendarDate"];
                /** @description The kind of obligation that the reminder schedule is for */
                kind: components["schemas"]["ObligationKind"];
            };
            /** @description What the mail service calls the letter */
            messageId?: string;
            /** @description The obligations that the letter covers, with the current status of each */
            obligations: {
                cluster: components["schemas"]["ClusterNumber"];
                cycle?: components["schemas"]["CycleId"];
                dueAt?: components["schemas"]["DueInstant"];
                dueOn?: components["schemas"]["DueDay"];
                generation: components["schemas"]["Generation"];
                /** @description The kind of obligation */
                kind?: components["schemas"]["ObligationKind"];
                /**
                 * @description The status of the obligation; `superseded` where its date was set again
                 * @enum {string}
                 */
                now: "open" | "met" | "void" | "superseded";
                obligation: components["schemas"]["ObligationId"];
                review: components["schemas"]["ReviewId"];
            }[];
            /** @description The obligations that the reminder covers */
            occasion?: {
                /** @description When the party with the obligation set this date */
                datedAt?: components["schemas"]["Instant"];
                dueAt: components["schemas"]["DueInstant"];
                dueOn: components["schemas"]["DueDay"];
                /** @description Rises whenever the date of the obligation is set again */
                generation: number;
                group: components["schemas"]["GroupId"];
                /** @description The kind of obligation that the letter reminds of */
                kind: components["schemas"]["ObligationKind"];
                party: components["schemas"]["PartyId"];
                partyName: components["schemas"]["PartyName"];
                review?: components["schemas"]["ReviewId"];
            };
            /** @description When it is to happen */
            plannedFor: components["schemas"]["Instant"];
            /** @description The rule of the reminder policy that made it */
            rule: string;
            rung?: components["schemas"]["ReminderStepName"];
            /** @description The decision of a person about a letter whose delivery was unknown */
            settlement?: components["schemas"]["LetterSettlement"];
        };
        LetterForeseen: {
            /** @description The kind of the letter */
            kind: components["schemas"]["LetterKind"];
            recipient: components["schemas"]["Recipient"];
        };
        /**
         * @description The digest that lists it, if the copy was held for a digest
         * @example 0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0
         */
        LetterId: string;
        /**
         * @description Labels: `letterKinds` and `letterRules` of `GET /v1/labels`.
         * @enum {string}
         */
        LetterKind: "nomination-reminder" | "duty-reminder" | "late-start" | "start-corrected" | "state-of-reviews" | "start-undone" | "phase-opened" | "phase-corrected" | "invitation" | "access-changed" | "consultation-opened" | "consultation-past-target" | "consultation-agreed" | "work-divided" | "answers-received" | "answers-returned" | "delay-notified" | "delay-reversed" | "clarification-asked" | "clarification-answered" | "feedback-complete" | "decision-recorded" | "list-to-agree" | "list-published" | "erratum-published" | "handover" | "mandate-ended" | "mission-readdressed" | "person-corrected" | "further-nomination" | "mandate-offer" | "seat-redrawn" | "instruments-added" | "review-entered" | "party-left" | "departure-corrected" | "bulletin" | "daily-list" | "digest";
        /**
         * @description Labels: `letterOutcomes` of `GET /v1/labels`.
         * @enum {string}
         */
        LetterOutcome: "sent" | "skipped" | "failed" | "unknown" | "waiting";
        LetterPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["ExplainedLetter"][];
            next?: components["schemas"]["NextCursor"];
        };
        LetterSettlement: {
            /** @description When it happened */
            at: components["schemas"]["Instant"];
            /** @description The user who decided it; shown to the secretariat */
            by?: components["schemas"]["UserId"];
            byName?: components["schemas"]["VisibleName"];
            /** @description The letter that takes its place, where it is sent again */
            newAttempt?: components["schemas"]["LetterId"];
            /** @description What came of it */
            outcome: components["schemas"]["SettlementOutcome"];
            /** @description How the person knows whether the letter left */
            reason?: string;
        };
        /**
         * @description What became of the letter. Labels: `letterStates` of `GET /v1/labels`.
         * @enum {string}
         */
        LetterState: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
        LetterText: {
            /** @description The address that it went to */
            address?: components["schemas"]["EmailAddress"];
            /** @description When the address and the name were erased */
            addressErasedAt?: components["schemas"]["Instant"];
            /** @description The dates that went with it as a calendar file, as it was handed to the mail service; absent where none did */
            calendar?: string;
            contact?: components["schemas"]["ContactAddress"];
            /** @description When it was handed to the mail service last */
            handedOverAt?: components["schemas"]["Instant"];
            /** @description The letter as HTML */
            html?: string;
            language?: components["schemas"]["Language"];
            /** @description The name of the recipient in the letter */
            name?: string;
            /** @description Whether there is a text, and why not where there is none */
            state: components["schemas"]["LetterTextState"];
            /** @description The line of the subject */
            subject?: string;
            /** @description The text */
            text?: string;
            /** @description When the text was erased */
            textErasedAt?: components["schemas"]["Instant"];
        };
        /**
         * @description Labels: `letterTextStates` of `GET /v1/labels`.
         * @enum {string}
         */
        LetterTextState: "kept" | "not-sent" | "not-kept" | "erased";
        ListedReason: {
            as: components["schemas"]["AudienceRole"];
            /**
             * @description Which kind of reason it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "listed";
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            /** @description The kinds of what the list counts */
            kinds: components["schemas"]["FigureKind"][];
            /** @description The list that counts the party */
            list: components["schemas"]["AudienceList"];
            party: components["schemas"]["PartyId"];
            /** @description The reviews in which the list counts it */
            reviews: components["schemas"]["ReviewId"][];
        };
        ListPublication: {
            /** @description The day and the source of a publication outside the system */
            outside?: components["schemas"]["OutsideDay"];
            /** @description The version of the list that was read and is published */
            version: number;
        };
        /** @description Plain text of at most 60000 characters, with line breaks */
        LongText: string;
        Lots: {
            /** @description The additional draws, in their order: what was lacking, and who could be drawn for it */
            additional?: components["schemas"]["Draw"][];
            /** @description All parties that could be drawn by the rules */
            candidates: components["schemas"]["NamedParty"][];
            /** @description The party under review had waived that at most four parties review, so that some candidates may need a fifth */
            limitWaived?: boolean;
            /** @description The seed that the drawing can be repeated with */
            seed: number;
        };
        LotsInTurn: {
            /** @description The party under review had waived that at most four parties review, so that some candidates may need a fifth */
            limitWaived?: boolean;
            /** @description The seed that the drawing can be repeated with */
            seed: number;
            /** @description Per turn: the instruments that the drawn party was to review as far as it had joined them, and all candidates */
            turns: components["schemas"]["Draw"][];
        };
        /**
         * @description The rule. Labels: `lotsRules` of `GET /v1/labels`.
         * @enum {string}
         */
        LotsRule: "seats" | "not-itself" | "no-mutual-review" | "joined-instruments" | "one-from-each-side" | "additional-where-lacking" | "most-reviewers" | "load" | "not-drawn-again";
        Mandate: {
            id: components["schemas"]["MandateId"];
            instruments?: components["schemas"]["Instruments"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            person: components["schemas"]["Person"];
            role: components["schemas"]["MandateRole"];
            /** @description From when on the mandate holds */
            since: components["schemas"]["Instant"];
            /** @description The instant from which it is over: ahead, where a successor or an end was named for a later day */
            until?: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "party": "TD",
         *       "mandate": "m-01eren1g127gv7sk2b9ehqs421",
         *       "effectiveAt": "2021-03-17T12:00:00.008Z",
         *       "actsSince": [],
         *       "reviews": [
         *         {
         *           "id": "c1-IE",
         *           "stage": "feedback",
         *           "version": 13
         *         }
         *       ],
         *       "partyName": "Chad"
         *     }
         */
        MandateChange: {
            /** @description What the old holder did from `effectiveAt` until the change was recorded; this remains valid */
            actsSince: components["schemas"]["ActSinceEnd"][];
            /** @description The instant from which the change holds */
            effectiveAt: components["schemas"]["Instant"];
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The reviews that it is about */
            reviews: components["schemas"]["ReviewTouched"][];
            /** @description The person who follows, if there is one */
            successor?: {
                mandate: components["schemas"]["MandateId"];
                /** @description The user who follows */
                person: components["schemas"]["UserId"];
                personName?: components["schemas"]["VisibleName"];
            };
        };
        /**
         * @description Why the mandate ends: a code that is counted without names. Labels: `mandateEndReasons` of `GET /v1/labels`.
         * @enum {string}
         */
        MandateEndReason: "transferred" | "left-service" | "end-of-assignment" | "prolonged-absence" | "own-request" | "other";
        /**
         * @description Id of a mandate
         * @example m-01jd8m3v9tq4w7x2c5e6r8y0ab
         */
        MandateId: string;
        MandateInTheWay: {
            /** @description The mandate that runs */
            mandate: components["schemas"]["MandateId"];
            reviews: components["schemas"]["ReviewIds"];
        } & {
            [key: string]: unknown;
        };
        MandateList: {
            /** @description What this page of the list holds */
            items: components["schemas"]["PartyMandate"][];
            next?: components["schemas"]["NextCursor"];
        };
        MandateOffer: {
            instruments?: components["schemas"]["Instruments"];
            mandate: components["schemas"]["MandateId"];
            /** @description When the party offered the mandate */
            offeredAt: components["schemas"]["Instant"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            reviews?: components["schemas"]["ReviewIds"];
            role: components["schemas"]["MandateRole"];
        };
        MandateOffersPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["MandateOffer"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @description The role. Labels: `mandateRoles` of `GET /v1/labels`.
         * @enum {string}
         */
        MandateRole: "focal-point" | "expert" | "observer";
        MandatesConfirmation: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            phase: components["schemas"]["PhaseId"];
        };
        MandatesConfirmed: {
            /** @description When they were confirmed first */
            confirmedAt: components["schemas"]["Instant"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            phase: components["schemas"]["PhaseId"];
        };
        Me: {
            id: components["schemas"]["UserId"];
            /** @description Mandates that other parties offer to the caller. Each waits until the caller accepts or refuses it, or the party withdraws it */
            mandateOffers: components["schemas"]["MandateOffer"][];
            /** @description Mandates of people who serve */
            mandates: {
                cluster: components["schemas"]["ClusterNumber"];
                cycle?: components["schemas"]["CycleId"];
                id: components["schemas"]["MandateId"];
                instruments?: components["schemas"]["Instruments"];
                party: components["schemas"]["PartyId"];
                partyName: components["schemas"]["PartyName"];
                review: components["schemas"]["ReviewId"];
                role: components["schemas"]["MandateRole"];
                /** @description From when on the mandate holds */
                since: components["schemas"]["Instant"];
                /** @description The instant ahead from which it is over, where one was named */
                until?: components["schemas"]["Instant"];
            }[];
            /** @description The party that the caller belongs to; absent for the secretariat and the President */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            person?: components["schemas"]["Person"];
            role: components["schemas"]["UserRole"];
            /** @description The status of the second factor */
            secondFactor: components["schemas"]["SecondFactorState"];
            /** @description Of a delegate: in which roles they serve, or will */
            services: components["schemas"]["ServiceRole"][];
            /** @description What the role is called; of a delegate `services` say more */
            title: string;
        };
        /**
         * @description A count of the status paper; labels and statistics say what each is. Labels: `measures` of `GET /v1/labels`.
         * @enum {string}
         */
        Measure: "parties-taking-part" | "states-taking-part" | "organizations-taking-part" | "parties-to-instruments" | "parties-in-reviews" | "redraws-asked" | "seats-redrawn" | "redraw-meetings" | "new-parties" | "parties-joining-protocols" | "accessions-to-protocols" | "focal-points" | "parties-with-focal-point" | "parties-with-several-focal-points" | "parties-that-changed-focal-point" | "changes-of-focal-point" | "parties-without-focal-point" | "seats-without-focal-point" | "experts" | "parties-with-expert" | "seats-without-expert" | "observers" | "parties-with-observer" | "reviews" | "reviews-started" | "reviews-by-stage" | "reviews-not-commenced" | "reviews-before-questionnaire" | "reviews-missing-focal-point" | "reviews-blocked" | "blockers" | "reviews-awaiting-consultation" | "reviews-advancing" | "reviews-concluded" | "reviews-behind-timeline" | "consultations-held" | "consultations-without-meeting" | "consultation-rounds" | "languages-agreed" | "reviews-in-one-language" | "reviews-in-two-languages" | "reviews-in-three-languages" | "languages-open" | "questionnaires-submitted" | "answers-opened" | "delays-notified" | "feedback-reached" | "feedback-concluded" | "lists-agreed" | "lists-published" | "duties-open" | "duties-overdue" | "duties-late" | "duties-delayed" | "duties-returned";
        MeasureMember: {
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            group?: components["schemas"]["GroupId"];
            instrument?: components["schemas"]["Instrument"];
            /** @description The kind of obligation */
            kind?: components["schemas"]["FigureKind"];
            /** @description The languages that the parties agreed on */
            languages?: string;
            languagesOpen?: components["schemas"]["LanguagesOpen"];
            obligation?: components["schemas"]["ObligationId"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            personName?: components["schemas"]["VisibleName"];
            /** @description The reason that the party gave for the delay */
            reason?: components["schemas"]["DelayReason"];
            review?: components["schemas"]["ReviewId"];
            /** @description The day from which on it counts, in Vienna */
            sinceDay: components["schemas"]["CalendarDate"];
            stage?: components["schemas"]["ReviewBin"];
            /** @description A step of the indicative timeline that is behind */
            step?: components["schemas"]["Stage"];
            user?: components["schemas"]["UserId"];
        };
        MeasureMemberPage: {
            asAt: components["schemas"]["CountedDay"];
            /** @description The number that the measure counts, whichever rows the caller may see */
            count: number;
            /** @description What this page of the list holds */
            items: components["schemas"]["MeasureMember"][];
            /** @description What is counted */
            measure: components["schemas"]["Measure"];
            next?: components["schemas"]["NextCursor"];
            /** @description That the list is a part: the rows of parties for which the caller does not act are not shown */
            ownRowsOnly?: boolean;
        };
        /** @description How many of a measure have these values; none are left out */
        MeasurePart: {
            cluster?: components["schemas"]["ClusterNumber"];
            /** @description How many there are */
            count: number;
            cycle?: components["schemas"]["CycleId"];
            /**
             * @description Why the mandate of the focal point before ended; `not-recorded` where its party stated no reason
             * @enum {string}
             */
            endReason?: "transferred" | "left-service" | "end-of-assignment" | "prolonged-absence" | "own-request" | "other" | "not-recorded";
            /**
             * @description Gender, for counting alone
             * @enum {string}
             */
            gender?: "female" | "male" | "other" | "not-stated";
            group?: components["schemas"]["GroupId"];
            /**
             * @description Of what kind the institution is, for counting alone
             * @enum {string}
             */
            institutionKind?: "justice" | "foreign-affairs" | "interior" | "other" | "not-stated";
            instrument?: components["schemas"]["Instrument"];
            /** @description The kind of obligation */
            kind?: components["schemas"]["FigureKind"];
            /** @description The languages that the parties agreed on */
            languages?: string;
            languagesOpen?: components["schemas"]["LanguagesOpen"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description The reason that a party gave for a delay */
            reason?: components["schemas"]["DelayReason"];
            /**
             * @description The regional group; absent for a party that belongs to none
             * @enum {string}
             */
            regionalGroup?: "AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG" | "none";
            stage?: components["schemas"]["ReviewBin"];
            /** @description A step of the indicative timeline that is behind */
            step?: components["schemas"]["Stage"];
        };
        MeasureView: {
            /** @description What a delay to the new date would change; nothing of it happens by asking */
            change?: components["schemas"]["Change"];
            counts: components["schemas"]["CountedThing"];
            /** @description What the figure counts, in a sentence */
            definition: string;
            /** @description What is counted */
            measure: components["schemas"]["Measure"];
            /** @description By what parts sum to more than the total, since one may count under several values */
            overlapping: string[];
            /** @description How many of it there are by each value */
            parts: components["schemas"]["MeasurePart"][];
            /** @description What share of another measure the total is */
            share?: components["schemas"]["Share"];
            /** @description Paragraphs: S background paper of 2023, P procedures and rules, G guidelines; D a decision of the system */
            sources: string[];
            /** @description How many there are */
            total: number;
        };
        Meeting: components["schemas"]["FirstMeeting"] | components["schemas"]["FurtherMeeting"];
        /**
         * @description How they met. Labels: `meetingModes` of `GET /v1/labels`.
         * @enum {string}
         */
        MeetingMode: "in-person" | "video";
        MeetingModeCorrection: {
            /** @description Why it is corrected; it is kept in the journal */
            reason: string;
            /** @description The `number` of a further meeting; left out for the first one */
            round?: number;
            to: components["schemas"]["MeetingMode"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "meeting-mode";
        };
        MissingNomination: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            dueAt: components["schemas"]["DueInstant"];
            dueOn: components["schemas"]["DueDay"];
            /** @description Whose nomination is missing */
            kind: components["schemas"]["ObligationKind"];
            /** @description Whether it is open and past its date */
            overdue: boolean;
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The regional group; absent for a party that belongs to none */
            regionalGroup?: components["schemas"]["RegionalGroup"];
            review: components["schemas"]["ReviewId"];
        };
        MissingNominationPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["MissingNomination"][];
            next?: components["schemas"]["NextCursor"];
        };
        MissionConfirmation: {
            /** @description The note verbale by which the mission said it */
            note: components["schemas"]["NoteVerbale"];
        };
        MissionCounted: {
            /** @description How many letters would go to this mission */
            letters: number;
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        MissionRecipient: {
            /** @description The number of the change of address before which the address was in use that it went to; absent where that is the address of now */
            beforeChange?: number;
            /**
             * @description That it is a permanent mission (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "mission";
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        /** @description A party with its name, or the kind and name of another donor */
        NamedDonor: {
            kind?: components["schemas"]["DonorKind"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
        };
        NamedParty: {
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        NamedPilotInitiative: {
            country: components["schemas"]["CountryCode"];
            happenedOn: components["schemas"]["EntryDay"];
            /** @description The party under review that agreed */
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "pilot-initiative";
        };
        NamedRegisterContent: components["schemas"]["NamedTrainingSession"] | components["schemas"]["ConstructiveDialogue"] | components["schemas"]["StakeholderTraining"] | components["schemas"]["NamedPilotInitiative"] | components["schemas"]["NamedVoluntaryContribution"] | components["schemas"]["TranslationNeed"] | components["schemas"]["KnowledgeHub"];
        /** @description The states by their codes and names, or their number where the names are not known */
        NamedStatesTrained: {
            /** @description Each by its code */
            named?: components["schemas"]["NamedParty"][];
            /** @description How many there were, where their names are not known */
            number?: number;
        };
        NamedTrainingSession: {
            happenedOn: components["schemas"]["EntryDay"];
            language: components["schemas"]["TrainingLanguage"];
            name?: components["schemas"]["RecordedName"];
            /** @description How many government officials were trained or briefed */
            officials?: number;
            /** @description Where it was held */
            place?: string;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "training-session";
            /** @description Which States they came from */
            states?: components["schemas"]["NamedStatesTrained"];
            topic?: components["schemas"]["RecordedTopic"];
        };
        NamedUser: {
            personName?: components["schemas"]["VisibleName"];
            user: components["schemas"]["UserId"];
        };
        NamedVoluntaryContribution: {
            /** @description The amount, in whole units of the currency */
            amount?: number;
            currency: components["schemas"]["CurrencyCode"];
            /** @description Who contributed: a party, or another donor by kind */
            donor: components["schemas"]["NamedDonor"];
            happenedOn: components["schemas"]["EntryDay"];
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "voluntary-contribution";
        };
        /** @description Send it back as `cursor` for the page after this one; absent on the last */
        NextCursor: string;
        NextReminder: {
            /** @description When it will leave */
            leavesAt: components["schemas"]["Instant"];
            rung: components["schemas"]["ReminderStepName"];
        };
        Nomination: {
            /** @description Present where the person is of another party: the mandate begins when they accept it */
            awaitsAcceptance?: boolean;
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The user who was named */
            person?: components["schemas"]["UserId"];
            personName?: components["schemas"]["VisibleName"];
            /** @description Reviews in which the nomination took effect; empty where it was so before */
            reviews: components["schemas"]["ReviewTouched"][];
            role: components["schemas"]["MandateRole"];
        };
        NominationCheck: {
            /** @description When the nomination was ticked */
            checkedAt: components["schemas"]["Instant"];
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The user who was named */
            person: components["schemas"]["UserId"];
            personName?: components["schemas"]["VisibleName"];
            /** @description The reviews that it is about */
            reviews: components["schemas"]["ReviewTouched"][];
            role: components["schemas"]["MandateRole"];
        };
        NominationCheckEntries: {
            /** @description Nominations that are ticked together, each by its party and mandate */
            checks: components["schemas"]["NominationCheckEntry"][];
        };
        NominationCheckEntry: {
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
        };
        NominationDateCorrection: {
            /** @description The mandate whose beginning is corrected, or whose end without a successor */
            mandate: components["schemas"]["MandateId"];
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "nomination" | "removal";
        };
        /**
         * @description Labels: `nominationKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        NominationKind: "focal-point" | "experts";
        NominationRequest: {
            /** @description Of an expert: the instruments that they answer or review; all of the seat where it is left out */
            instruments?: components["schemas"]["Instrument"][];
            /** @description The day on which the party named the person; today where it is left out */
            namedOn?: components["schemas"]["CalendarDate"];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description The person */
            person: components["schemas"]["Nominee"];
            /** @description The reviews it is for; all of the party where they are left out */
            reviews?: components["schemas"]["ReviewId"][];
            role: components["schemas"]["MandateRole"];
        };
        NominationReversal: {
            /** @description Why it was a mistake; it is kept in the journal */
            reason: string;
        };
        NominationsChecked: {
            /** @description Nominations that are ticked together, each by its party and mandate */
            checks: components["schemas"]["NominationCheck"][];
        };
        /** @description The details of a person, or the `id` alone of a person whom the party named before */
        Nominee: {
            /** @description E-mail address of the person */
            email?: components["schemas"]["EmailAddress"];
            /** @description Gender, for counting alone */
            gender?: components["schemas"]["Gender"];
            id?: components["schemas"]["UserId"];
            /** @description Institution of the person */
            institution?: string;
            /** @description Of what kind the institution is, for counting alone */
            institutionKind?: components["schemas"]["InstitutionKind"];
            language?: components["schemas"]["Language"];
            /** @description The name */
            name?: string;
            /** @description Telephone number of the person */
            phone?: string;
            /** @description Title of the person */
            title?: string;
        };
        NoteVerbale: {
            /** @description A day in Vienna */
            date: components["schemas"]["CalendarDate"];
            /** @description As the note has it; no name and no address, since it stays in the journal for good */
            number: string;
        };
        Notice: {
            /** @description Counts the letters that were written for the same reminder subject and recipient, from 1 */
            attempt: number;
            contact?: components["schemas"]["ContactAddress"];
            digest?: components["schemas"]["LetterId"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            duty?: components["schemas"]["ObligationKind"];
            generation?: components["schemas"]["Generation"];
            /** @description What the letter is about */
            kind: components["schemas"]["LetterKind"];
            language?: components["schemas"]["Language"];
            letter: components["schemas"]["LetterId"];
            /** @description What the mail service calls the letter */
            messageId?: string;
            obligation?: components["schemas"]["ObligationId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description When it is to happen */
            plannedFor: components["schemas"]["Instant"];
            /** @description Why it was not sent, or failed */
            reason?: string;
            /**
             * @description What the mail service reported last
             * @enum {string}
             */
            receipt?: "delivered" | "bounced" | "complained" | "failed";
            /** @description When the mail service reported it */
            receiptAt?: components["schemas"]["Instant"];
            recipient: components["schemas"]["Recipient"];
            /** @description Reference of the letter, as its text has it */
            reference?: string;
            rung?: components["schemas"]["ReminderStepName"];
            /** @description When the mail service is known to have taken it */
            sentAt?: components["schemas"]["Instant"];
            state: components["schemas"]["LetterState"];
            /** @description The line of the subject */
            subject?: string;
        };
        NoticePage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Notice"][];
            next?: components["schemas"]["NextCursor"];
        };
        Obligation: {
            /** @description Whether the delay goes past the six months of the rules */
            beyondRules?: boolean;
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The day on which the delay in force was notified */
            delayedOn?: components["schemas"]["CalendarDate"];
            /** @description The same in the words of the party, where it gave any */
            delayExplanation?: string;
            /** @description Why the party notified the delay that set this date */
            delayReason?: components["schemas"]["DelayReason"];
            dueAt: components["schemas"]["DueInstant"];
            dueOn: components["schemas"]["DueDay"];
            generation: components["schemas"]["Generation"];
            id: components["schemas"]["ObligationId"];
            /** @description Of pending feedback: the instruments that it covers, by the division of work */
            instruments?: components["schemas"]["Instrument"][];
            /** @description The kind of obligation */
            kind: components["schemas"]["ObligationKind"];
            /** @description The day on which the obligation was opened */
            openedOn: components["schemas"]["CalendarDate"];
            /** @description The instant of the first date, which no delay moves: late is counted from it */
            originalDueAt: components["schemas"]["Instant"];
            /** @description The day in Vienna of the first date */
            originalDueOn: components["schemas"]["CalendarDate"];
            /** @description Whether it is open and past its date */
            overdue: boolean;
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            review: components["schemas"]["ReviewId"];
            /** @description When it was done, or fell away */
            settledAt?: components["schemas"]["Instant"];
            /** @description Whether it is open, met or ended without being met */
            state: components["schemas"]["ObligationState"];
        };
        /**
         * @description Labels: `obligationChoices` of `GET /v1/labels`.
         * @enum {string}
         */
        ObligationChoice: "open" | "overdue" | "met" | "all";
        ObligationDateCorrection: {
            /** @description The obligation that was delayed, or without which the review proceeds by decision */
            obligation: components["schemas"]["ObligationId"];
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "delay-notification" | "decision";
        };
        /**
         * @description The obligation
         * @example focal-point:FR
         */
        ObligationId: string;
        /**
         * @description The kind of obligation that it is about. Labels: `obligations` of `GET /v1/labels`.
         * @enum {string}
         */
        ObligationKind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
        ObligationPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Obligation"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @description Labels: `obligationStates` of `GET /v1/labels`.
         * @enum {string}
         */
        ObligationState: "open" | "met" | "void";
        /** @description What an observation of a list is about */
        ObservationItem: {
            /** @description The article that it is about */
            article: components["schemas"]["Article"];
            /** @description The instrument of the article */
            instrument: components["schemas"]["Instrument"];
            /** @description Of what kind it is */
            kind: components["schemas"]["ObservationKind"];
        };
        /** @description What an observation of a list is about */
        ObservationItemRequest: {
            /** @description The article that it is about */
            article: components["schemas"]["Article"];
            /** @description The instrument of the article */
            instrument: components["schemas"]["Instrument"];
            /** @description Of what kind it is */
            kind: components["schemas"]["ObservationKind"];
        };
        /**
         * @description Of what kind an observation is. Labels: `observationKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        ObservationKind: "challenge" | "best-practice" | "suggestion" | "technical-assistance-need";
        ObservationMember: {
            /** @description The article that it is about */
            article: components["schemas"]["Article"];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            group: components["schemas"]["GroupId"];
            instrument: components["schemas"]["Instrument"];
            /** @description Of what kind it is */
            kind: components["schemas"]["ObservationKind"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            review: components["schemas"]["ReviewId"];
            /** @description The day of the publication */
            sinceDay: components["schemas"]["CalendarDate"];
        };
        ObservationMemberPage: {
            asAt: components["schemas"]["CountedDay"];
            /** @description How many the whole list has */
            count: number;
            /** @description What this page of the list holds */
            items: components["schemas"]["ObservationMember"][];
            next?: components["schemas"]["NextCursor"];
        };
        /** @description How many observations have these values; none are left out */
        ObservationPart: {
            /** @description The article that they are about */
            article?: components["schemas"]["Article"];
            /** @description How many observations they are */
            count: number;
            instrument?: components["schemas"]["Instrument"];
            /** @description The kind of observation */
            kind?: components["schemas"]["ObservationKind"];
            /** @description The number of lists that contain them */
            lists: number;
            /**
             * @description The regional group; absent for a party that belongs to none
             * @enum {string}
             */
            regionalGroup?: "AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG" | "none";
        };
        /**
         * @example {
         *       "review": "c1-DE",
         *       "version": 2,
         *       "agreedBy": [],
         *       "awaitedFrom": [
         *         {
         *           "party": "BF",
         *           "partyName": "Burkina Faso"
         *         }
         *       ],
         *       "awaitingPublication": false,
         *       "hash": "fbd8259657b9caa458501771de8b6f1ac1fc6f0570119b09c246c020efa44c2c",
         *       "list": "A second list",
         *       "summary": "In short."
         *     }
         */
        Observations: {
            /** @description Parties that have agreed to this version */
            agreedBy: components["schemas"]["NamedParty"][];
            /** @description Parties whose agreement to this version is awaited */
            awaitedFrom: components["schemas"]["NamedParty"][];
            /** @description Every party has agreed to this version and the secretariat has not published it yet */
            awaitingPublication: boolean;
            hash?: components["schemas"]["Hash"];
            /** @description What this page of the list holds */
            items?: components["schemas"]["ObservationItem"][];
            /** @description The list; absent before the first draft */
            list?: string;
            /** @description When it was published */
            publishedAt?: components["schemas"]["Instant"];
            /** @description Where the list is, of one of which only the fact was taken over: list and summary are then empty */
            reference?: string;
            review: components["schemas"]["ReviewId"];
            /** @description The summary; absent before the first draft */
            summary?: string;
            /** @description Counts the versions of the list; 0 before the first draft. It is its ETag */
            version: number;
        };
        ObservationsDraft: {
            /** @description What each observation of the list is about; left out where the list does not say */
            items?: components["schemas"]["ObservationItemRequest"][];
            list: components["schemas"]["LongText"];
            /** @description The day on which the secretariat presented this version outside the system, and its source; for the secretariat only */
            outside?: components["schemas"]["OutsideDay"];
            summary: components["schemas"]["LongText"];
        };
        ObservationsState: {
            /** @description Parties that have agreed to this version */
            agreedBy: components["schemas"]["NamedParty"][];
            /** @description Parties whose agreement to this version is awaited */
            awaitedFrom: components["schemas"]["NamedParty"][];
            /** @description Every party has agreed to this version and the secretariat has not published it yet */
            awaitingPublication: boolean;
            /** @description When it was published */
            publishedAt?: components["schemas"]["Instant"];
            /** @description The version of the list on the table, which agreeing names */
            version: number;
        };
        ObservationStatistics: {
            /** @description The article that it is narrowed to */
            article?: components["schemas"]["Article"];
            asAt: components["schemas"]["CountedDay"];
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            group?: components["schemas"]["GroupId"];
            groups?: components["schemas"]["GroupList"];
            instrument?: components["schemas"]["Instrument"];
            /** @description How many of them say what their observations are about */
            itemized: number;
            /** @description The kind that it is narrowed to */
            kind?: components["schemas"]["ObservationKind"];
            knownOn?: components["schemas"]["LastRecordedDay"];
            /** @description By kind, by article, by regional group, by kind and article, and by kind and regional group */
            parts: components["schemas"]["ObservationPart"][];
            /** @description How many lists are published */
            published: number;
            /** @description The regional group; absent for a party that belongs to none */
            regionalGroup?: components["schemas"]["RegionalGroup"];
            /** @description Paragraphs that it rests on: S background paper of 2023; D a decision of the system */
            sources: string[];
            /** @description How many observations they hold */
            total: number;
        };
        /**
         * @example {
         *       "mandate": "m-01eren1g0x0n46zkn3p0psp7j7",
         *       "party": "SE",
         *       "role": "expert",
         *       "outcome": "accepted",
         *       "reviews": [
         *         {
         *           "id": "c1-SE",
         *           "stage": "nomination",
         *           "version": 5
         *         }
         *       ],
         *       "partyName": "Sweden"
         *     }
         */
        OfferEnd: {
            mandate: components["schemas"]["MandateId"];
            /**
             * @description What came of it
             * @enum {string}
             */
            outcome: "accepted" | "refused" | "withdrawn";
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The reviews that it is about */
            reviews: components["schemas"]["ReviewTouched"][];
            role: components["schemas"]["MandateRole"];
        };
        OfferWithdrawal: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
        };
        /**
         * @description Labels: `offices` of `GET /v1/labels`.
         * @enum {string}
         */
        Office: "secretariat";
        OfficerAssignment: {
            /** @description The officer, or null if no officer is assigned */
            officer: string | null;
        };
        OfficeRecipient: {
            /**
             * @description That it is an office (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "office";
            /** @description Which office */
            office: components["schemas"]["Office"];
            /**
             * @description The office's name in the language of the reply
             * @example Secretariat
             */
            officeName: string;
        };
        OpeningRequest: {
            /** @description The day and the source of an opening outside the system */
            outside?: components["schemas"]["OutsideDay"];
        };
        OpenLanguages: {
            /** @description The day on which the parties left them open; where left out, that of the act that is recorded for a party, or today */
            agreedOn?: components["schemas"]["CalendarDate"];
            /**
             * @description Languages into which translation is needed
             * @default []
             */
            translationNeeded: components["schemas"]["Language"][];
            why: components["schemas"]["LanguagesOpen"];
        };
        /** @description The party that acted outside the system and for which the secretariat records it, with the day and the source; only the secretariat may state it */
        OutsideAct: {
            /** @description The day in Vienna on which the party acted */
            happenedOn: components["schemas"]["CalendarDate"];
            party: components["schemas"]["PartyId"];
            /** @description From what it is known that the party acted */
            source: components["schemas"]["Source"];
        };
        /** @description The party that acted outside the system and for which the secretariat records it, with the day and the source; only the secretariat may state it */
        OutsideActRequest: {
            /** @description The day in Vienna on which the party acted */
            happenedOn: components["schemas"]["CalendarDate"];
            party: components["schemas"]["PartyId"];
            /** @description From what it is known that the party acted */
            source: components["schemas"]["SourceRequest"];
        };
        OutsideDay: {
            /** @description The day in Vienna on which the secretariat acted */
            happenedOn: components["schemas"]["CalendarDate"];
            /** @description From what it is known that the secretariat acted */
            source: components["schemas"]["SourceRequest"];
        };
        Pairing: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            group: components["schemas"]["GroupId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Seats that passed to another party by lot, in the order of the drawings */
            redraws: {
                /** @description The day of the drawing */
                drawnOn: components["schemas"]["CalendarDate"];
                /** @description The party whose seat it was */
                from: components["schemas"]["PartyId"];
                fromName: components["schemas"]["PartyName"];
                /** @description The party that took the seat */
                to: components["schemas"]["PartyId"];
                toName: components["schemas"]["PartyName"];
            }[];
            review: components["schemas"]["ReviewId"];
            /** @description The day on which the party under review waived that at most four parties review; absent while it has not */
            reviewerLimitWaivedOn?: components["schemas"]["CalendarDate"];
            /** @description The parties that review, with their instruments */
            reviewers: components["schemas"]["Reviewer"][];
        };
        PairingChanged: {
            /** @description Whether lots would be drawn for it */
            drawn: boolean;
            /** @description What the party would be reviewed for */
            instruments: components["schemas"]["Instrument"][];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        PairingPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Pairing"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @example {
         *       "review": "c1-GR",
         *       "party": "GR",
         *       "cluster": 1,
         *       "group": "c1-g1",
         *       "reviewers": [
         *         {
         *           "party": "FR",
         *           "role": "reviewing",
         *           "instruments": [
         *             "UNTOC",
         *             "TIP"
         *           ],
         *           "partyName": "France"
         *         }
         *       ],
         *       "redraws": [],
         *       "partyName": "Greece"
         *     }
         */
        PairingRecord: {
            /** @description Instruments that it took in later, with the lots that brought reviewers for them; absent where it covers what it covered from the beginning */
            additions?: components["schemas"]["PublishedAddition"][];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description How it came, where it was drawn after the lots of its group */
            entry?: components["schemas"]["PublishedEntry"];
            group: components["schemas"]["GroupId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Every redraw in the order of the drawings, with its lots */
            redraws: components["schemas"]["PublishedRedraw"][];
            review: components["schemas"]["ReviewId"];
            /** @description The day on which the party under review waived that at most four parties review; absent while it has not */
            reviewerLimitWaivedOn?: components["schemas"]["CalendarDate"];
            /** @description The parties that review, with their instruments */
            reviewers: components["schemas"]["Reviewer"][];
        };
        PaperCountedOnce: {
            /** @description How many there were at least */
            atLeast: number;
            /** @description How many there were at most */
            atMost: number;
            /** @description The number of entries that state it */
            known: number;
            /** @description The number of entries that do not state it; nothing is counted of them */
            notKnown: number;
        };
        /**
         * @example {
         *       "asAt": "2020-12-15",
         *       "knownAt": "2020-12-20T09:00:00.027Z",
         *       "groups": [
         *         {
         *           "group": "c1-g1",
         *           "startedOn": "2020-12-01",
         *           "dueOn": "2022-12-01",
         *           "questionnairesDueOn": "2021-06-01"
         *         }
         *       ],
         *       "measures": [
         *         {
         *           "measure": "parties-taking-part",
         *           "counts": "parties",
         *           "sources": [
         *             "S5"
         *           ],
         *           "total": 189,
         *           "overlapping": [
         *             "instrument"
         *           ],
         *           "parts": [
         *             {
         *               "regionalGroup": "AFRICAN",
         *               "count": 51
         *             }
         *           ]
         *         }
         *       ],
         *       "newParties": [],
         *       "accessions": [],
         *       "beforeLaunch": {
         *         "asAt": "2020-10-15",
         *         "instruments": [
         *           {
         *             "instrument": "UNTOC",
         *             "parties": 190
         *           }
         *         ]
         *       },
         *       "redrawDays": [],
         *       "takenOver": {
         *         "reviews": 0,
         *         "redrawsAsked": 0
         *       },
         *       "gate": {
         *         "cluster": 1,
         *         "groups": [
         *           "c1-g1"
         *         ],
         *         "percent": 70,
         *         "concluded": 0,
         *         "of": 4,
         *         "needed": 3
         *       },
         *       "halfYears": [],
         *       "figures": [
         *         {
         *           "figure": "missing-focal-points",
         *           "asAt": "2020-12-15",
         *           "rows": [
         *             {
         *               "group": "c1-g1",
         *               "total": 4,
         *               "parts": [
         *                 {
         *                   "series": "missing-focal-point",
         *                   "count": 3
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "registers": {
         *         "training": {
         *           "sessions": 1,
         *           "officials": {
         *             "sum": 24,
         *             "known": 1,
         *             "notKnown": 0
         *           },
         *           "states": {
         *             "atLeast": 2,
         *             "atMost": 2,
         *             "known": 1,
         *             "notKnown": 0
         *           },
         *           "languages": [
         *             "pt"
         *           ]
         *         },
         *         "dialogues": [],
         *         "stakeholders": {
         *           "trainings": 0,
         *           "people": {
         *             "sum": 0,
         *             "known": 0,
         *             "notKnown": 0
         *           },
         *           "countries": {
         *             "atLeast": 0,
         *             "atMost": 0,
         *             "known": 0,
         *             "notKnown": 0
         *           }
         *         },
         *         "pilots": {
         *           "initiatives": 0,
         *           "countries": 0
         *         },
         *         "contributions": {
         *           "number": 0,
         *           "notKnown": 0,
         *           "amounts": []
         *         },
         *         "translations": {
         *           "needs": 0,
         *           "open": 0,
         *           "ended": {
         *             "national-resources": 0,
         *             "voluntary-contribution": 0,
         *             "informal-translation": 0,
         *             "not-met": 0
         *           }
         *         },
         *         "contacts": {
         *           "number": 0,
         *           "ways": []
         *         }
         *       },
         *       "previous": {
         *         "id": "p-01es5y1tmd6jkf3z12v05ge340",
         *         "asAt": "2020-12-09",
         *         "measures": [
         *           {
         *             "measure": "parties-taking-part",
         *             "published": 189,
         *             "counted": 189
         *           }
         *         ]
         *       }
         *     }
         */
        PaperData: {
            /** @description Protocols that parties joined since the launch */
            accessions: {
                instrument: components["schemas"]["Instrument"];
                /** @description The name */
                name: string;
                party: components["schemas"]["PartyId"];
                /** @description From which day on it counts */
                sinceDay: components["schemas"]["CalendarDate"];
            }[];
            asAt: components["schemas"]["CountedDay"];
            /** @description How many parties each instrument had on the day before the launch */
            beforeLaunch: {
                asAt: components["schemas"]["CountedDay"];
                /** @description The instruments, each with its parties */
                instruments: {
                    instrument: components["schemas"]["Instrument"];
                    /** @description How many parties it had */
                    parties: number;
                }[];
            };
            /** @description The figures */
            figures: components["schemas"]["PaperFigureView"][];
            /** @description Where the gate before the next phase is */
            gate: {
                cluster: components["schemas"]["ClusterNumber"];
                /** @description How many are concluded */
                concluded: number;
                cycle?: components["schemas"]["CycleId"];
                /** @description The groups whose reviews it counts */
                groups: components["schemas"]["GroupId"][];
                /** @description How many have to be concluded */
                needed: number;
                /** @description How many count: those whose party left do not */
                of: number;
                /** @description How many per cent of them have to be concluded */
                percent: number;
            };
            /** @description Groups of reviews */
            groups: {
                dueOn?: components["schemas"]["DueDay"];
                group: components["schemas"]["GroupId"];
                /** @description By when its questionnaires are to be completed, by the indicative timeline */
                questionnairesDueOn?: components["schemas"]["CalendarDate"];
                startedOn?: components["schemas"]["StartDay"];
            }[];
            /** @description Changes of focal points by half-years of the calendar */
            halfYears: {
                /** @description How many focal points changed in it */
                changes: number;
                /** @description The party whose seat it was */
                from: components["schemas"]["CalendarDate"];
                /** @description The last day of it */
                to: components["schemas"]["CalendarDate"];
            }[];
            /** @description What was recorded up to this instant counts */
            knownAt: components["schemas"]["Instant"];
            /** @description Every measure as it is counted */
            measures: components["schemas"]["PaperMeasure"][];
            /** @description Parties that joined the Convention since the launch */
            newParties: {
                /** @description The name */
                name: string;
                party: components["schemas"]["PartyId"];
                /** @description From which day on it counts */
                sinceDay: components["schemas"]["CalendarDate"];
            }[];
            /** @description Hash of the entry before; an empty text in the first one */
            previous?: components["schemas"]["PreviousPaper"];
            /** @description Days on which lots were drawn again */
            redrawDays: components["schemas"]["CalendarDate"][];
            /** @description What the registers count */
            registers: components["schemas"]["PaperRegisters"];
            /** @description What an import took over, of whose earlier draws no day is known */
            takenOver: {
                /** @description How many requests for redraws it gives as a number alone */
                redrawsAsked: number;
                /** @description How many reviews */
                reviews: number;
            };
        };
        PaperDocument: {
            /** @description How many bytes it has */
            bytes: number;
            /** @description As what it is written */
            format: components["schemas"]["PaperFormat"];
            hash: components["schemas"]["Hash"];
            language?: components["schemas"]["Language"];
            /** @description The path of the request; variable parts are in braces */
            path: string;
        };
        /**
         * @description A figure of the status paper; in their order they are its figures I to VI. Labels: `paperFigures` of `GET /v1/labels`.
         * @enum {string}
         */
        PaperFigure: "missing-focal-points" | "status" | "consultations" | "languages" | "questionnaires" | "feedback";
        /** @description How many reviews of the row are in a series, which may be none */
        PaperFigurePart: {
            /** @description How many they are */
            count: number;
            /** @description What these reviews have in common */
            series: components["schemas"]["FigureSeries"];
        };
        /** @description The reviews of one group, or in one combination of languages */
        PaperFigureRow: {
            /** @description The group whose reviews they are */
            group?: components["schemas"]["GroupId"];
            /** @description The languages that were agreed on, by their codes in alphabetical order */
            languages?: string;
            /** @description How many of them are in each series; together they are the total */
            parts: components["schemas"]["PaperFigurePart"][];
            /** @description How many reviews the row has */
            total: number;
        };
        /**
         * @example {
         *       "figure": "status",
         *       "asAt": "2020-12-01",
         *       "rows": [
         *         {
         *           "group": "c1-g1",
         *           "total": 4,
         *           "parts": [
         *             {
         *               "series": "scheduled",
         *               "count": 0
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        PaperFigureView: {
            asAt: components["schemas"]["CountedDay"];
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description Which figure it is */
            figure: components["schemas"]["PaperFigure"];
            group?: components["schemas"]["GroupId"];
            knownOn?: components["schemas"]["LastRecordedDay"];
            /** @description A row for each group in their order, or for each combination of languages, those of most reviews first */
            rows: components["schemas"]["PaperFigureRow"][];
        };
        /**
         * @description Labels: `paperFormats` of `GET /v1/labels`.
         * @enum {string}
         */
        PaperFormat: "html" | "docx" | "markdown" | "json";
        PaperKnownSum: {
            /** @description The number of entries that state it */
            known: number;
            /** @description The number of entries that do not state it; nothing is counted of them */
            notKnown: number;
            /** @description The sum over the entries that state it */
            sum: number;
        };
        PaperMeasure: {
            /** @description What a delay to the new date would change; nothing of it happens by asking */
            change?: components["schemas"]["Change"];
            counts: components["schemas"]["CountedThing"];
            /** @description What is counted */
            measure: components["schemas"]["Measure"];
            /** @description By what parts sum to more than the total, since one may count under several values */
            overlapping: string[];
            /** @description How many of it there are by each value */
            parts: components["schemas"]["MeasurePart"][];
            /** @description What share of another measure the total is */
            share?: components["schemas"]["Share"];
            /** @description Paragraphs: S background paper of 2023, P procedures and rules, G guidelines; D a decision of the system */
            sources: string[];
            /** @description How many there are */
            total: number;
        };
        PaperRegisters: {
            contacts: components["schemas"]["ContactCounts"];
            /** @description Voluntary contributions */
            contributions: {
                /** @description How much in each currency */
                amounts: {
                    /** @description The amount, in whole units of the currency */
                    amount: number;
                    currency: components["schemas"]["CurrencyCode"];
                }[];
                /** @description The number of entries that do not state it; nothing is counted of them */
                notKnown: number;
                /** @description Counts them, from 1 */
                number: number;
            };
            /** @description Constructive dialogues by years */
            dialogues: {
                /** @description Who attended, by kind */
                attendance: {
                    /** @description Who they are */
                    kind: components["schemas"]["AttendanceKind"];
                    /** @description The number of entries that state it */
                    known: number;
                    /** @description The number of entries that do not state it; nothing is counted of them */
                    notKnown: number;
                    /** @description The sum over the entries that state it */
                    sum: number;
                }[];
                /** @description How many were held */
                held: number;
                /** @description The year */
                year: number;
            }[];
            /** @description The knowledge hub, as its last entry up to the day of the paper states it */
            hub?: {
                /** @description From how many countries they came */
                countries?: number;
                /** @description How many members it had */
                members?: number;
                /** @description The day of that entry */
                on: components["schemas"]["CalendarDate"];
            };
            /** @description Pilot initiatives */
            pilots: {
                /** @description Which countries they came from */
                countries: number;
                /** @description How many were launched */
                initiatives: number;
            };
            /** @description Training of stakeholders */
            stakeholders: {
                /** @description Which countries they came from */
                countries: components["schemas"]["PaperCountedOnce"];
                /** @description How many people were trained */
                people: components["schemas"]["PaperKnownSum"];
                /** @description How many trainings there were */
                trainings: number;
            };
            /** @description Training of officials */
            training: {
                /** @description The languages that the parties agreed on */
                languages: components["schemas"]["TrainingLanguage"][];
                /** @description Those who were trained */
                officials: components["schemas"]["PaperKnownSum"];
                /** @description How many sessions there were */
                sessions: number;
                /** @description Which States they came from */
                states: components["schemas"]["PaperCountedOnce"];
            };
            /** @description Needs for translation */
            translations: {
                /** @description How many ended in each way */
                ended: {
                    /** @description How many ended in this way */
                    "informal-translation": number;
                    /** @description How many ended in this way */
                    "national-resources": number;
                    /** @description How many ended in this way */
                    "not-met": number;
                    /** @description How many ended in this way */
                    "voluntary-contribution": number;
                };
                /** @description How many there were */
                needs: number;
                /** @description Why the languages are still open, and what has to be translated */
                open: number;
            };
        };
        /**
         * @description Labels: `paperStates` of `GET /v1/labels`.
         * @enum {string}
         */
        PaperState: "being-written" | "ready" | "awaiting-approval" | "published";
        PaperTexts: {
            /** @description What is added in Arabic */
            ar?: components["schemas"]["PaperTextsInLanguage"];
            /** @description What is added in English */
            en?: components["schemas"]["PaperTextsInLanguage"];
            /** @description What is added in Spanish */
            es?: components["schemas"]["PaperTextsInLanguage"];
            /** @description What is added in French */
            fr?: components["schemas"]["PaperTextsInLanguage"];
            /** @description What is added in Russian */
            ru?: components["schemas"]["PaperTextsInLanguage"];
            /** @description The symbol of the document, the same in every language */
            symbol?: string;
            /** @description What is added in Chinese */
            zh?: components["schemas"]["PaperTextsInLanguage"];
        };
        PaperTextsInLanguage: {
            /** @description The agenda item under which it is considered */
            agendaItem?: string;
            /** @description Notes of your own */
            notes?: components["schemas"]["FreeNote"][];
            /** @description Paragraphs of your own */
            paragraphs?: components["schemas"]["FreeParagraph"][];
            /** @description The session for which the paper is */
            session?: string;
        };
        PaperTextsInLanguageRequest: {
            /** @description The agenda item under which it is considered */
            agendaItem?: string;
            /** @description Notes of your own */
            notes?: components["schemas"]["FreeNoteRequest"][];
            /** @description Paragraphs of your own */
            paragraphs?: components["schemas"]["FreeParagraphRequest"][];
            /** @description The session for which the paper is */
            session?: string;
        };
        PaperTextsRequest: {
            /** @description What is added in Arabic */
            ar?: components["schemas"]["PaperTextsInLanguageRequest"];
            /** @description What is added in English */
            en?: components["schemas"]["PaperTextsInLanguageRequest"];
            /** @description What is added in Spanish */
            es?: components["schemas"]["PaperTextsInLanguageRequest"];
            /** @description What is added in French */
            fr?: components["schemas"]["PaperTextsInLanguageRequest"];
            /** @description What is added in Russian */
            ru?: components["schemas"]["PaperTextsInLanguageRequest"];
            /** @description The symbol of the document, the same in every language */
            symbol?: string;
            /** @description What is added in Chinese */
            zh?: components["schemas"]["PaperTextsInLanguageRequest"];
        };
        /** @description The document that holds the paragraph */
        ParagraphDocument: string;
        /**
         * @description Whether the party takes part in the Mechanism. Labels: `participations` of `GET /v1/labels`.
         * @enum {string}
         */
        Participation: "takes-part" | "unassigned" | "not-taking-part";
        /**
         * @example {
         *       "id": "BT",
         *       "nameOnRecord": "Bhutan",
         *       "kind": "STATE",
         *       "regionalGroup": "ASIA_PACIFIC",
         *       "joined": {
         *         "UNTOC": "2003-09-29"
         *       },
         *       "participation": "unassigned",
         *       "redraws": 0,
         *       "version": 4,
         *       "name": "Bhutan"
         *     }
         */
        Party: {
            /** @description The party requested not to serve as a reviewer in its own year; absent of any other */
            defersServing?: boolean;
            /** @description To the secretariat only: a denunciation that waits for a second person */
            denunciationOrdered?: components["schemas"]["DenunciationOrdered"];
            id: components["schemas"]["PartyId"];
            /** @description The day on which the party joined each instrument; one that is left out it has not joined */
            joined: {
                [key: string]: components["schemas"]["CalendarDate"];
            };
            /** @description Whether the party is a State or an organization */
            kind: components["schemas"]["PartyKind"];
            name: components["schemas"]["PartyName"];
            /** @description The name in English, as it is on record and can be corrected */
            nameOnRecord: string;
            participation: components["schemas"]["Participation"];
            /** @description Pending requests to draw lots again */
            redraws: number;
            /** @description The regional group; absent for a party that belongs to none */
            regionalGroup?: components["schemas"]["RegionalGroup"];
            version: components["schemas"]["Version"];
        };
        PartyCorrectionRequest: {
            /** @description What is to be recorded from now on */
            correction: {
                /** @description The day on which the party joined each instrument; one that is left out it has not joined */
                joined?: {
                    [key: string]: components["schemas"]["CalendarDate"];
                };
                /** @description The name */
                name?: string;
                participation?: components["schemas"]["Participation"];
                /**
                 * @description The regional group; absent for a party that belongs to none
                 * @enum {string|null}
                 */
                regionalGroup?: "AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG" | null;
            };
            /** @description Stays in the journal for good: name no person and no address */
            reason: string;
        };
        PartyDateCorrection: {
            /** @description Whose feedback or agreement, or the party to which a seat was drawn */
            party: components["schemas"]["PartyId"];
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "feedback" | "agreement" | "redraw";
        };
        PartyFeedback: {
            /** @description When the party's focal point cleared it */
            clearedAt: components["schemas"]["Instant"];
            /** @description On feedback of a party whose seat was drawn again: until when it held it, and who took it */
            formerReviewer?: components["schemas"]["FormerReviewer"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The texts, instrument by instrument */
            texts: components["schemas"]["Text"][];
        };
        /**
         * @description The party, by its code
         * @example FR
         */
        PartyId: string;
        PartyImport: {
            /** @description Parties of which something was corrected */
            corrected: components["schemas"]["NamedParty"][];
            /** @description Parties that were registered */
            registered: components["schemas"]["NamedParty"][];
            /** @description How many were as the file says */
            unchanged: number;
        };
        /**
         * @description Labels: `partyKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        PartyKind: "STATE" | "ORG";
        PartyMandate: {
            clusters: components["schemas"]["ClusterNumbers"];
            id: components["schemas"]["MandateId"];
            instruments?: components["schemas"]["Instruments"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            person: components["schemas"]["Person"];
            reviews: components["schemas"]["ReviewIds"];
            role: components["schemas"]["MandateRole"];
            /** @description From when on the mandate holds */
            since: components["schemas"]["Instant"];
            /** @description The instant from which it is over: ahead, where a successor or an end was named for a later day */
            until?: components["schemas"]["Instant"];
        };
        /**
         * @description The party's name in the language of the reply
         * @example France
         */
        PartyName: string;
        PartyPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Party"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @example {
         *       "party": "FR",
         *       "person": {
         *         "id": "u-01eren1g02e7j1f8ecfdscns9k",
         *         "name": "The expert of FR",
         *         "email": "expert@fr.example.org",
         *         "language": "en"
         *       },
         *       "version": 5,
         *       "partyName": "France"
         *     }
         */
        PartyPerson: {
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            person: components["schemas"]["Person"];
            version: components["schemas"]["Version"];
        };
        /**
         * @example {
         *       "party": "DE",
         *       "contacts": {
         *         "address": "new.mission@de.example.org",
         *         "language": "en",
         *         "place": "Geneva"
         *       },
         *       "suppressed": [],
         *       "version": 4,
         *       "partyName": "Germany"
         *     }
         */
        PermanentMission: {
            /** @description The contact details of the mission; absent until they are recorded */
            contacts?: {
                /** @description E-mail address */
                address: components["schemas"]["EmailAddress"];
                /** @description The digest that lists it, if the copy was held for a digest */
                digest?: components["schemas"]["DigestPace"];
                language: components["schemas"]["Language"];
                /** @description The town where the mission sits */
                place: string;
                /** @description The office that the party consents to publish; absent without that consent */
                publicOffice?: {
                    /** @description An address of the office and of no person, shown to the public */
                    email?: components["schemas"]["EmailAddress"];
                    /** @description What the office is called, in a language of the party’s choice */
                    institution: string;
                    /** @description Its number, shown to the public */
                    telephone?: string;
                };
                /** @description Where deadline letters are sent when those to `address` fail; another address than that */
                secondAddress?: components["schemas"]["EmailAddress"];
            };
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Addresses to which nothing is sent, because a letter failed there */
            suppressed: {
                contact: components["schemas"]["ContactAddress"];
                letter: components["schemas"]["LetterId"];
                /** @description Since when nothing is sent to the address */
                since: components["schemas"]["Instant"];
                why: components["schemas"]["SuppressionReason"];
            }[];
            /** @description Since when letters also go to the previous address, because the current one is not confirmed */
            unconfirmedSince?: components["schemas"]["Instant"];
            /** @description The version of the party, of which its mission is a part */
            version: number;
        };
        /** @description The person */
        Person: {
            /** @description E-mail address of the person */
            email: string;
            id: components["schemas"]["UserId"];
            /** @description Institution of the person */
            institution?: string;
            language: components["schemas"]["Language"];
            /** @description The name */
            name: string;
            /** @description Telephone number of the person */
            phone?: string;
            /** @description Title of the person */
            title?: string;
        };
        PersonCorrection: {
            /** @description E-mail address of the person */
            email?: components["schemas"]["EmailAddress"];
            /**
             * @description Gender, for counting alone
             * @enum {string|null}
             */
            gender?: "female" | "male" | "other" | null;
            /** @description Institution of the person */
            institution?: string | null;
            /**
             * @description Of what kind the institution is, for counting alone
             * @enum {string|null}
             */
            institutionKind?: "justice" | "foreign-affairs" | "interior" | "other" | null;
            language?: components["schemas"]["Language"];
            /** @description The name */
            name?: string;
            /** @description Telephone number of the person */
            phone?: string | null;
            /** @description Title of the person */
            title?: string | null;
        };
        PersonCorrectionRequest: {
            /** @description The person */
            person: components["schemas"]["PersonCorrection"];
        };
        PersonDetails: {
            /** @description E-mail address of the person */
            email: components["schemas"]["EmailAddress"];
            /** @description Gender, for counting alone */
            gender?: components["schemas"]["Gender"];
            /** @description Institution of the person */
            institution?: string;
            /** @description Of what kind the institution is, for counting alone */
            institutionKind?: components["schemas"]["InstitutionKind"];
            language: components["schemas"]["Language"];
            /** @description The name */
            name: string;
            /** @description Telephone number of the person */
            phone?: string;
            /** @description Title of the person */
            title?: string;
        };
        /**
         * @example {
         *       "id": "c4",
         *       "cluster": 4,
         *       "place": 2,
         *       "state": "open",
         *       "follows": "c1",
         *       "openedOn": "2020-12-01",
         *       "gate": {
         *         "concluded": 0,
         *         "needed": 3,
         *         "of": 4,
         *         "reached": false
         *       },
         *       "decision": {
         *         "body": "conference",
         *         "document": "CTOC/COP/2020/12",
         *         "decidedOn": "2020-11-30"
         *       },
         *       "groups": [
         *         {
         *           "group": "c4-g1",
         *           "number": 1,
         *           "plannedFor": "2022-12-01",
         *           "state": "planned",
         *           "reviews": 4
         *         }
         *       ]
         *     }
         */
        Phase: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            decision?: components["schemas"]["PhaseDecision"];
            /** @description The phase before; the first has none */
            follows?: components["schemas"]["PhaseId"];
            /** @description How far the first group of the phase before has come: as counted at the opening, or now for the phase that is next */
            gate?: components["schemas"]["PhaseGate"];
            /** @description Its groups in their order, planned or started */
            groups: components["schemas"]["PhaseGroup"][];
            id: components["schemas"]["PhaseId"];
            /** @description When it was opened; the first began with the Mechanism and has none */
            openedOn?: components["schemas"]["CalendarDate"];
            /** @description Its place in the order of phases, counted from 1 */
            place: number;
            state: components["schemas"]["PhaseStanding"];
            /** @description Its opening, if one was ordered */
            work?: components["schemas"]["Work"];
        };
        PhaseArticlesBasis: {
            /** @description Of the articles of the Firearms Protocol */
            FP: components["schemas"]["ArticlesBasis"];
            /** @description Of the articles of the Smuggling of Migrants Protocol */
            SOM: components["schemas"]["ArticlesBasis"];
            /** @description Of the articles of the Trafficking in Persons Protocol */
            TIP: components["schemas"]["ArticlesBasis"];
            /** @description Of the articles of the Convention */
            UNTOC: components["schemas"]["ArticlesBasis"];
        };
        PhaseConfirmations: {
            /** @description How many have confirmed */
            confirmed: number;
            /** @description How many take part in its reviews */
            of: number;
        };
        /** @description The decision by which it was opened before its gate was reached */
        PhaseDecision: {
            body: components["schemas"]["DecisionBody"];
            /** @description The day of the decision */
            decidedOn: components["schemas"]["CalendarDate"];
            document: components["schemas"]["ParagraphDocument"];
        };
        /** @description The decision by which it was opened before its gate was reached */
        PhaseDecisionRequest: {
            body: components["schemas"]["DecisionBody"];
            /** @description The day of the decision */
            decidedOn: components["schemas"]["CalendarDate"];
            document: components["schemas"]["ParagraphDocument"];
        };
        PhaseDetails: {
            /** @description The articles that are reviewed, by instrument */
            articles: {
                /** @description The articles of this instrument, by their numbers */
                FP: string[];
                /** @description The articles of this instrument, by their numbers */
                SOM: string[];
                /** @description The articles of this instrument, by their numbers */
                TIP: string[];
                /** @description The articles of this instrument, by their numbers */
                UNTOC: string[];
            };
            /** @description By what the articles of each instrument are known: checked against the resolution that lists them, named by a public page, or from memory */
            articlesBasis: components["schemas"]["PhaseArticlesBasis"];
            /** @description The pages that name articles of this cluster */
            articlesSources: components["schemas"]["ArticlesSource"][];
            cluster: components["schemas"]["ClusterNumber"];
            /** @description How many parties have confirmed their people for it */
            confirmations?: components["schemas"]["PhaseConfirmations"];
            cycle?: components["schemas"]["CycleId"];
            decision?: components["schemas"]["PhaseDecision"];
            /** @description Pairings that changed at the opening with what parties had joined since the drawing before */
            drawings: components["schemas"]["PhaseDrawing"][];
            /** @description The phase before; the first has none */
            follows?: components["schemas"]["PhaseId"];
            /** @description How far the first group of the phase before has come: as counted at the opening, or now for the phase that is next */
            gate?: components["schemas"]["PhaseGate"];
            /** @description The reviews that the gate counts, with their current status */
            gateReviews?: components["schemas"]["PhaseGateReviews"];
            /** @description Its groups in their order, planned or started */
            groups: components["schemas"]["PhaseGroup"][];
            id: components["schemas"]["PhaseId"];
            /** @description Reviews that have not started and do not cover all that their party has joined; to the secretariat only */
            joinedSince?: components["schemas"]["JoinedSince"][];
            /** @description When it was opened; the first began with the Mechanism and has none */
            openedOn?: components["schemas"]["CalendarDate"];
            /** @description Its place in the order of phases, counted from 1 */
            place: number;
            state: components["schemas"]["PhaseStanding"];
            /** @description The parties that have not, to the secretariat only */
            unconfirmed?: components["schemas"]["NamedParty"][];
            /** @description Parties reviewed in the phase before that have no review in this one; to the secretariat only */
            withoutReview?: components["schemas"]["NamedParty"][];
            /** @description Its opening, if one was ordered */
            work?: components["schemas"]["Work"];
        };
        PhaseDrawing: {
            /** @description The lots, where a party was drawn */
            draw?: components["schemas"]["LotsInTurn"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description All seats of the review in this cluster */
            seats: components["schemas"]["Reviewer"][];
        };
        PhaseGate: {
            /** @description How many reviews of the first group are concluded */
            concluded: number;
            /** @description How many have to be concluded before the next phase is opened without a decision */
            needed: number;
            /** @description How many reviews the first group has */
            of: number;
            /** @description Whether the required number is reached */
            reached: boolean;
        };
        PhaseGateReviews: {
            /** @description Those of the first group that are concluded */
            concluded: components["schemas"]["ReviewId"][];
            /** @description Those that are not */
            remaining: components["schemas"]["ReviewId"][];
        };
        PhaseGroup: {
            group: components["schemas"]["GroupId"];
            number: components["schemas"]["GroupNumber"];
            /** @description When it is to happen */
            plannedFor: components["schemas"]["CalendarDate"];
            /** @description How many reviews it has */
            reviews: number;
            startedOn?: components["schemas"]["StartDay"];
            /** @description The status of its start; left out until the group is planned */
            state?: components["schemas"]["GroupState"];
        };
        PhaseGroupPlanned: {
            group: components["schemas"]["GroupId"];
            number: components["schemas"]["GroupNumber"];
            /** @description When it is to happen */
            plannedFor: components["schemas"]["CalendarDate"];
            /** @description How many reviews it would have */
            reviews: number;
        };
        /**
         * @description The phase for which they are confirmed
         * @example c4
         */
        PhaseId: string;
        PhaseList: {
            /** @description What this page of the list holds */
            items: components["schemas"]["Phase"][];
        };
        PhaseOpening: {
            /** @description The decision to open it although its gate is not reached */
            decision?: components["schemas"]["PhaseDecisionRequest"];
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
        };
        PhaseOpeningCorrection: {
            /** @description Why it is corrected: letters about it state the reason */
            reason: string;
            /** @description What the opening states from now on */
            to: components["schemas"]["CorrectedOpening"];
            /**
             * @description Which day it is
             * @constant
             */
            what: "opening";
        };
        PhasePreview: {
            /** @description Parties whose pairing would change with what they or their reviewers have joined since */
            changes: components["schemas"]["PairingChanged"][];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The phase before it */
            follows: components["schemas"]["PhaseId"];
            /** @description How far the first group of the phase before has come */
            gate: components["schemas"]["PhaseGate"];
            /** @description The groups that it would have, with their planned days */
            groups: components["schemas"]["PhaseGroupPlanned"][];
            /** @description What the opening quotes */
            hash: components["schemas"]["Hash"];
            /** @description How many missions would be written to, besides those of parties that lots add */
            letters: number;
            /** @description The phase that would be opened */
            phase: components["schemas"]["PhaseId"];
            /** @description Parties whose pairing would stay as it is, because lots cannot bring the reviewers that are lacking */
            unfilled: components["schemas"]["UnfilledPairing"][];
            /** @description Parties that would be written to, and whose missions have left no address */
            withoutAddress: components["schemas"]["NamedParty"][];
        };
        /**
         * @description Whether it is open, being set up, the next that may be opened, or comes later. Labels: `phaseStandings` of `GET /v1/labels`.
         * @enum {string}
         */
        PhaseStanding: "open" | "opening" | "next" | "later";
        PilotInitiative: {
            country: components["schemas"]["CountryCode"];
            happenedOn: components["schemas"]["EntryDay"];
            /** @description The party under review that agreed */
            party: components["schemas"]["PartyId"];
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "pilot-initiative";
        };
        PresidentsList: {
            asOf: components["schemas"]["JudgedInstant"];
            cluster?: components["schemas"]["ClusterNumber"];
            /** @description From when on contacts are complete, where more are kept than are read */
            contactsSince?: components["schemas"]["Instant"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The figures */
            figures: {
                /**
                 * @description The figure, by its name
                 * @enum {string}
                 */
                figure: "focal-points-missing" | "experts-missing";
                /** @description For how many of them it is the President's turn */
                listed: number;
                /** @description How many there are */
                total: number;
            }[];
            /** @description The parties on the list, by regional group */
            groups: {
                /** @description The parties */
                parties: components["schemas"]["PresidentsListParty"][];
                /** @description The regional group; absent for a party that belongs to none */
                regionalGroup?: components["schemas"]["RegionalGroup"];
            }[];
            /** @description From when on letters are complete, where more are kept than are read */
            lettersSince?: components["schemas"]["Instant"];
            /** @description When the next nomination comes onto the list, as of now */
            nextListedAt?: components["schemas"]["Instant"];
        };
        PresidentsListContact: {
            /** @description The day of the contact */
            contactedOn: components["schemas"]["CalendarDate"];
            /** @description When to come back to it */
            nextOn?: components["schemas"]["CalendarDate"];
            /** @description Counts them, from 1 */
            number: number;
            outcome: components["schemas"]["ContactOutcome"];
            way: components["schemas"]["ContactWay"];
        };
        PresidentsListLetter: {
            /** @description When it last changed */
            changedAt: components["schemas"]["Instant"];
            clusters: components["schemas"]["ClusterNumbers"];
            id: components["schemas"]["LetterId"];
            /** @description What the letter is about */
            kind: components["schemas"]["LetterKind"];
            /** @description When it is to happen */
            plannedFor: components["schemas"]["Instant"];
            /** @description Why it was not sent */
            reason?: components["schemas"]["SkipReason"];
            state: components["schemas"]["LetterState"];
            /** @description The line of the subject */
            subject?: string;
        };
        PresidentsListNomination: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            group: components["schemas"]["GroupId"];
            /** @description Whose nomination is missing */
            kind: components["schemas"]["NominationKind"];
            /** @description Since when it is on the President's list */
            listedSince: components["schemas"]["Instant"];
            /** @description The reviews that it is about */
            reviews: components["schemas"]["ReviewId"][];
            /** @description Since when the position is vacant */
            since: components["schemas"]["Instant"];
        };
        PresidentsListParty: {
            /** @description Contacts in general, or about a review in which a nomination is missing; the latest first */
            contacts: components["schemas"]["PresidentsListContact"][];
            /** @description Letters to its mission about nominations since the first of these seats fell vacant, the latest first */
            letters: components["schemas"]["PresidentsListLetter"][];
            /** @description The nominations that are missing */
            missing: components["schemas"]["PresidentsListNomination"][];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
        };
        PresidentsReminder: {
            /** @description The version of the stored text that is sent; the latest where it is left out */
            version?: components["schemas"]["TextVersion"];
        };
        PresidentsReminderOrdered: {
            /** @description The bulletin that takes it to the missions */
            bulletin: components["schemas"]["BulletinId"];
            /** @description When it was ordered */
            orderedAt: components["schemas"]["Instant"];
            /** @description How many recipients there are */
            recipients: number;
            /** @description The version of the stored text that it says */
            version: components["schemas"]["TextVersion"];
        };
        PreviousPaper: {
            asAt: components["schemas"]["CountedDay"];
            id: components["schemas"]["StatusPaperId"];
            /** @description What each measure was */
            measures: {
                /** @description Its total of that day as it is counted now */
                counted: number;
                /** @description What is counted */
                measure: components["schemas"]["Measure"];
                /** @description Its total as it was published */
                published: number;
            }[];
        };
        Problem: {
            /** @description Of `erasure-blocked`: that the access is open */
            access?: string;
            /** @description Of `party-has-acted`: what the party did, as the journal names the fact */
            act?: string;
            /** @description Methods that the path takes */
            allowed?: string[];
            /** @description Of `preview-used`: the bulletin that was ordered by it */
            bulletin?: components["schemas"]["BulletinId"];
            /** @description When the party's focal point cleared it */
            clearedAt?: components["schemas"]["Instant"];
            /** @description Of `gate-not-reached`: how many reviews of the first group are concluded */
            concluded?: number;
            /** @description The day on which the consultation was concluded */
            concludedOn?: components["schemas"]["CalendarDate"];
            /** @description What a day outside of this would contradict: `start`, `meeting`, `submission` and so on, as they are corrected; `launch` of the Mechanism, `return` of a submission, notification of a `delay`, `observations` that were drafted, `end-of-mandate`, the `due-date` of an obligation, `opening-of-obligation` and `end-of-obligation` */
            contradicts?: string;
            /** @description Of `unknown-country`: what was given */
            country?: string;
            /** @description Of `unknown-currency`: what was given */
            currency?: string;
            /** @description What to do */
            detail: string;
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            /** @description The earliest day, or instant, that is taken */
            earliest?: string;
            /** @description Each place that does not fit */
            errors?: components["schemas"]["FieldError"][];
            /** @description How many more places do not fit, where not all are named */
            errorsLeftOut?: number;
            /** @description The media type that the body has to be of */
            expected?: string;
            /** @description The group that is in the way, or that was named */
            group?: components["schemas"]["GroupId"];
            /** @description Of `reminders-paused`, for a phase: the groups that were taken over, and whose parties have yet to be notified of the status of their reviews */
            groups?: components["schemas"]["GroupId"][];
            /** @description The day on which the parties met */
            heldOn?: components["schemas"]["CalendarDate"];
            /** @description Where the request is found in the logs, as a URN */
            instance: string;
            instruments?: components["schemas"]["Instruments"];
            /** @description What this page of the list holds */
            items?: components["schemas"]["RefusedItem"][];
            /** @description Of `unknown-language`: those that are none of the six */
            languages?: string[];
            /** @description The latest day, or instant, that is taken */
            latest?: string;
            /** @description Of `last-secretariat-user`: how many must remain */
            least?: number;
            /** @description Of `erasure-blocked`: letters under way */
            letters?: components["schemas"]["LetterId"][];
            mandate?: components["schemas"]["MandateId"];
            /** @description Of `erasure-blocked`: mandates that run */
            mandates?: components["schemas"]["MandateInTheWay"][];
            /** @description Of `incomplete`: instruments for which a draft is missing */
            missing?: components["schemas"]["Instrument"][];
            /** @description How many there may be */
            most?: number;
            /** @description Of `gate-not-reached`: how many have to be */
            needed?: number;
            /** @description Of `phase-not-next`: the phase that comes next */
            next?: components["schemas"]["PhaseId"];
            /** @description Of `send-time-past`: the time of the system */
            now?: components["schemas"]["Instant"];
            /** @description Counts them, from 1 */
            number?: number;
            obligation?: components["schemas"]["ObligationId"];
            /** @description Of `gate-not-reached`: how many there are */
            of?: number;
            /** @description Of `phase-already-open`: when it was opened */
            openedOn?: components["schemas"]["CalendarDate"];
            /** @description Of `settled-otherwise`: what was said before */
            outcome?: string;
            /** @description The parties that are awaited, or in the way */
            parties?: components["schemas"]["PartyId"][];
            party?: components["schemas"]["PartyId"];
            /** @description The phase that is in the way */
            phase?: components["schemas"]["PhaseId"];
            /** @description What is wrong, one by one */
            problems?: components["schemas"]["TextObstacle"][];
            /** @description How much more is wrong, where not all is named */
            problemsLeftOut?: number;
            /** @description How many recipients there are, or would be */
            recipients?: number;
            /** @description Of `other-register`: the register of the entry */
            register?: string;
            review?: components["schemas"]["ReviewId"];
            /** @description The reviews that are in the way, or that do not fit */
            reviews?: components["schemas"]["ReviewId"][];
            /** @description The role */
            role?: string;
            /** @description Of a redraw: the party whose seat was named */
            seat?: components["schemas"]["PartyId"];
            /** @description Of `denunciation-overtaken`: the seats for which lots were drawn */
            seats?: components["schemas"]["DrawnSeat"][];
            /** @description Of `second-factor-required`: its status */
            secondFactor?: string;
            /** @description The stage of the review */
            stage?: string;
            /** @description Of `group-already-started`: the day that is recorded */
            startedOn?: components["schemas"]["CalendarDate"];
            /** @description The status of the item that the request is about */
            state?: string;
            /** @description The status of the answer */
            status: number;
            /** @description What is the matter, in the language of the reply */
            title: string;
            /** @description Which problem it is: stable, the same in every language */
            type: string;
            /** @description Of a mandate that has ended, or will: when */
            until?: components["schemas"]["Instant"];
            /** @description The users that are in the way */
            users?: components["schemas"]["UserId"][];
            /** @description Of `stale-version` and `old-version`: the current version */
            version?: number;
            /** @description The rules of the lots that would be broken */
            violations?: components["schemas"]["BrokenLotsRule"][];
            /** @description What it is about: a day by the name under which it is corrected, or what took the place of what ended */
            what?: string;
            /** @description The day on which the entry was withdrawn */
            withdrawnOn?: components["schemas"]["CalendarDate"];
        } & {
            [key: string]: unknown;
        };
        ProblemText: {
            /** @description What the caller should do */
            detail: string;
            /** @description What is the matter */
            title: string;
        };
        ProblemTextMap: {
            [key: string]: components["schemas"]["ProblemText"];
        };
        /** @description How many reviews of the group passed a step, and in how many days */
        ProjectedStep: {
            /** @description The median of the days that they took, to the nearest day */
            middle?: number;
            /** @description How many reviews of the group passed it by the day */
            passed: number;
            /** @description The lower quartile of the days that they took, to the nearest day */
            quick?: number;
            /** @description The upper quartile of the days that they took, to the nearest day */
            slow?: number;
            /** @description The stage */
            step: components["schemas"]["Stage"];
        };
        /** @description How many reviews are concluded from a day on */
        ProjectionPoint: {
            /** @description How many reviews are concluded */
            concluded: number;
            /** @description From which day on */
            day: components["schemas"]["CalendarDate"];
            /** @description Which line it is of */
            series: components["schemas"]["ProjectionSeries"];
        };
        /**
         * @description What was concluded, or would be at a pace. Labels: `projectionSeries` of `GET /v1/labels`.
         * @enum {string}
         */
        ProjectionSeries: "concluded" | "quick" | "middle" | "slow";
        /**
         * @description The status of the gate before the next phase. Labels: `projectionStates` of `GET /v1/labels`.
         * @enum {string}
         */
        ProjectionState: "reached" | "projected" | "not-at-this-pace" | "too-little";
        Publication: {
            /** @description The answers to the questionnaire */
            answers?: components["schemas"]["PublishedText"][];
            /** @description Instruments of which no text of the answers is available: only the fact was recorded */
            answersWithoutText?: components["schemas"]["Instrument"][];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description Without what the review was concluded, by decision of the Conference or its working group */
            decisions?: components["schemas"]["Decision"][];
            /** @description Feedback, questions and answers */
            dialogue?: {
                /** @description Questions of the reviewing parties, and their answers */
                clarifications: {
                    /** @description What was answered */
                    answer?: string;
                    /** @description The party that made the request */
                    askedBy: components["schemas"]["PartyId"];
                    askedByName: components["schemas"]["PartyName"];
                    /** @description Counts them, from 1 */
                    number: number;
                    /** @description The text of the question */
                    question: string;
                }[];
                /** @description The written feedback of the reviewing parties */
                feedback: components["schemas"]["PublishedFeedback"][];
            };
            /** @description The cursor under which the other texts are, where one reply does not hold them all */
            next?: string;
            /** @description The list of observations and its summary */
            observations: {
                hash: components["schemas"]["Hash"];
                /** @description What this page of the list holds */
                items?: components["schemas"]["ObservationItem"][];
                /** @description The list of observations */
                list?: string;
                /** @description Reference of the letter, as its text has it */
                reference?: string;
                /** @description The summary of the list of observations */
                summary?: string;
            };
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description When this version was published */
            publishedAt: components["schemas"]["Instant"];
            /** @description The version that replaced it, by an erratum; the latest is read without `version` */
            replacedBy?: {
                /** @description When it happened */
                at: components["schemas"]["Instant"];
                /** @description Rises by one with every change */
                version: number;
            };
            /** @description The version that it replaces, by an erratum */
            replaces?: {
                /** @description Why the version before was corrected */
                reason: string;
                /** @description Rises by one with every change */
                version: number;
            };
            review: components["schemas"]["ReviewId"];
            /** @description The version of the list that this is */
            version: number;
        };
        PublicationConsent: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description What may be published */
            parts: components["schemas"]["PublishedPart"][];
        };
        PublicationOrder: {
            /** @description When it was ordered */
            orderedAt: components["schemas"]["Instant"];
            /** @description Who ordered it */
            orderedBy: components["schemas"]["UserId"];
            orderedByName?: components["schemas"]["VisibleName"];
        };
        PublicationPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["PublicationSummary"][];
            next?: components["schemas"]["NextCursor"];
        };
        PublicationSummary: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description When it was published */
            publishedAt: components["schemas"]["Instant"];
            review: components["schemas"]["ReviewId"];
        };
        PublishedAddition: {
            /** @description The day on which the review took them in, by which a party must have joined them to review them */
            addedOn: components["schemas"]["CalendarDate"];
            /** @description The review of the cluster before that took them in: they hold in this one, too, which had not started */
            carriedFrom?: components["schemas"]["ReviewId"];
            /** @description How the seat was drawn; absent where the drawing was held outside */
            draw?: components["schemas"]["LotsInTurn"];
            /** @description What was drawn outside */
            drawn: components["schemas"]["Reviewer"][];
            instruments: components["schemas"]["Instruments"];
            /** @description The review of the party in another cluster that covered them already: its reviewers came to this one, too, without further lots */
            pairedAs?: components["schemas"]["ReviewId"];
        };
        PublishedEntry: {
            /** @description Who decided that the party takes part */
            body: components["schemas"]["DecisionBody"];
            /** @description The day of the decision in Vienna */
            decidedOn: components["schemas"]["CalendarDate"];
            /** @description The symbol of the document that holds the decision by which the party takes part */
            decisionDocument: string;
            /** @description Rules of the lots that the drawing held outside breaks, and the parties concerned */
            deviations?: components["schemas"]["AcceptedDeviation"][];
            document?: components["schemas"]["ParagraphDocument"];
            /** @description How the seat was drawn; absent where the drawing was held outside */
            draw?: components["schemas"]["LotsInTurn"];
            /** @description The day of the drawing */
            drawnOn: components["schemas"]["CalendarDate"];
        };
        PublishedFeedback: {
            /** @description When the party's focal point cleared it */
            clearedAt: components["schemas"]["Instant"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The texts, instrument by instrument */
            texts: components["schemas"]["PublishedText"][];
            /** @description Instruments of which no text of the feedback is available: only the fact was recorded */
            withoutText?: components["schemas"]["Instrument"][];
        };
        PublishedPaper: {
            asAt: components["schemas"]["CountedDay"];
            /** @description The formats in which it was published */
            documents: components["schemas"]["PaperDocument"][];
            /** @description The figures */
            figures: string[];
            id: components["schemas"]["StatusPaperId"];
            /** @description What was recorded up to this instant counts */
            knownAt: components["schemas"]["Instant"];
            /** @description When it was published */
            publishedAt: components["schemas"]["Instant"];
        };
        PublishedPaperPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["PublishedPaper"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @description Labels: `publishedParts` of `GET /v1/labels`.
         * @enum {string}
         */
        PublishedPart: "answers" | "dialogue";
        PublishedRedraw: {
            /** @description Additional reviewers drawn with the seat, for what its new holder lacks */
            additional: components["schemas"]["Reviewer"][];
            /** @description The review of the cluster before for which the lots were drawn: they hold in this one, too, which had not started */
            carriedFrom?: components["schemas"]["ReviewId"];
            /** @description Rules of the lots that the drawing held outside breaks, and the parties concerned */
            deviations?: components["schemas"]["AcceptedDeviation"][];
            /** @description The document that records a drawing that was held outside */
            document?: string;
            /** @description How the seat was drawn; absent where the drawing was held outside */
            draw?: components["schemas"]["Lots"];
            /** @description The day of the drawing */
            drawnOn: components["schemas"]["CalendarDate"];
            /** @description The party whose seat it was */
            from: components["schemas"]["PartyId"];
            fromName: components["schemas"]["PartyName"];
            instruments: components["schemas"]["Instruments"];
            /** @description Additional reviewers that are no longer needed and have left */
            leaving: components["schemas"]["NamedParty"][];
            /** @description Additional reviewers that continue with these instruments alone */
            narrowed: components["schemas"]["Reviewer"][];
            /** @description The party that took the seat */
            to: components["schemas"]["PartyId"];
            toName: components["schemas"]["PartyName"];
        };
        PublishedText: {
            hash: components["schemas"]["Hash"];
            instrument: components["schemas"]["Instrument"];
            /** @description The text */
            text: string;
        };
        /**
         * @description Labels: `questionnaireClocks` of `GET /v1/labels`.
         * @enum {string}
         */
        QuestionnaireClock: "review-start" | "consultation" | "agreed-date";
        /** @description The recipient */
        Recipient: components["schemas"]["MissionRecipient"] | components["schemas"]["UserRecipient"] | components["schemas"]["OfficeRecipient"];
        /**
         * @description Labels: `recipientOutcomes` of `GET /v1/labels`.
         * @enum {string}
         */
        RecipientOutcome: "sent" | "skipped" | "failed" | "unknown" | "waiting" | "delivered" | "bounced" | "complained" | "to-settle";
        /** @description How it is called. It stays on record for good, so it names no person */
        RecordedName: string;
        /** @description What it was about, in a line that names no person */
        RecordedTopic: string;
        RecordingRequest: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
        };
        Redraw: {
            /** @description Additional reviewers drawn with the seat, for what its new holder lacks */
            additional: components["schemas"]["Reviewer"][];
            /** @description Reviews of later clusters that had not started, in which the same was changed with it */
            changedWith?: components["schemas"]["ReviewId"][];
            /** @description How the seat was drawn; absent where the drawing was held outside */
            draw?: components["schemas"]["Lots"];
            /** @description The party whose seat it was */
            from: components["schemas"]["PartyId"];
            fromName: components["schemas"]["PartyName"];
            instruments: components["schemas"]["Instruments"];
            /** @description Additional reviewers that are no longer needed and have left */
            leaving: components["schemas"]["NamedParty"][];
            /** @description Additional reviewers that continue with these instruments alone */
            narrowed: components["schemas"]["Reviewer"][];
            /** @description The review of a later cluster that had not started and stays as it is, since the change would break a rule of the lots there */
            notChangedWith?: components["schemas"]["ReviewId"];
            review: components["schemas"]["ReviewId"];
            /** @description The party that holds the seat now */
            to: components["schemas"]["PartyId"];
            toName: components["schemas"]["PartyName"];
            /** @description Version of the review */
            version: number;
        };
        RedrawAsked: {
            /** @description When it happened */
            at: components["schemas"]["Instant"];
            /** @description The party that made the request */
            by: components["schemas"]["PartyId"];
            byName: components["schemas"]["PartyName"];
            /** @description The party whose seat it is */
            seat: components["schemas"]["PartyId"];
            seatName: components["schemas"]["PartyName"];
        };
        RedrawRecord: {
            /** @description What was drawn outside */
            drawn?: {
                /** @description Additional reviewers drawn with the seat, for what its new holder lacks */
                additional?: {
                    /** @description The instruments that it is about */
                    instruments: components["schemas"]["Instrument"][];
                    party: components["schemas"]["PartyId"];
                }[];
                /** @description Rules of the lots that the drawing held outside breaks, and the parties concerned */
                deviations?: {
                    party: components["schemas"]["PartyId"];
                    /** @description Why the drawing remains valid although it breaks the rule */
                    reason: string;
                    rule: components["schemas"]["LotsRule"];
                }[];
                /** @description The document that records the drawing */
                document: string;
                /** @description The day of the drawing */
                drawnOn: components["schemas"]["CalendarDate"];
                /** @description The instruments that it is about */
                instruments: components["schemas"]["Instrument"][];
                /** @description Additional reviewers that are no longer needed and have left */
                leaving?: components["schemas"]["PartyId"][];
                /** @description Additional reviewers that continue with these instruments alone */
                narrowed?: {
                    /** @description The instruments that it is about */
                    instruments: components["schemas"]["Instrument"][];
                    party: components["schemas"]["PartyId"];
                }[];
                party: components["schemas"]["PartyId"];
            };
            /** @description The party whose seat it was */
            from: components["schemas"]["PartyId"];
        };
        RedrawRequest: {
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description The party whose seat it is */
            seat: components["schemas"]["PartyId"];
        };
        RedrawRequestDateCorrection: {
            /** @description The party that requested the redraw */
            party: components["schemas"]["PartyId"];
            reason: components["schemas"]["CorrectionReason"];
            /** @description The party whose seat is to be drawn again */
            seat: components["schemas"]["PartyId"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "redraw-request";
        };
        RefusedItem: {
            /** @description JSON pointer into the body, to what does not fit */
            pointer: string;
            /** @description What is wrong */
            problem: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The regional group. Labels: `regionalGroups` of `GET /v1/labels`.
         * @enum {string}
         */
        RegionalGroup: "AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG";
        /**
         * @description Labels: `registers` of `GET /v1/labels`.
         * @enum {string}
         */
        Register: "training-session" | "constructive-dialogue" | "stakeholder-training" | "pilot-initiative" | "voluntary-contribution" | "translation-need" | "knowledge-hub";
        RegisterContent: components["schemas"]["TrainingSession"] | components["schemas"]["ConstructiveDialogueRequest"] | components["schemas"]["StakeholderTrainingRequest"] | components["schemas"]["PilotInitiative"] | components["schemas"]["VoluntaryContribution"] | components["schemas"]["TranslationNeedRequest"] | components["schemas"]["KnowledgeHubRequest"];
        RegisterCorrection: {
            /** @description Why it is corrected */
            reason: string;
            /** @description All that the entry says from now on */
            to: components["schemas"]["RegisterContent"];
            /**
             * @description Which day it is
             * @constant
             */
            what: "content";
        };
        /**
         * @description What is counted of the registers. Labels: `registerCounts` of `GET /v1/labels`.
         * @enum {string}
         */
        RegisterCount: "training-sessions" | "officials-trained" | "states-trained" | "training-languages" | "constructive-dialogues" | "dialogue-participants" | "stakeholder-trainings" | "stakeholders-trained" | "stakeholder-countries" | "pilot-initiatives" | "voluntary-contributions" | "translation-needs" | "hub-members" | "hub-countries";
        /** @description How many of a count have a value, or what they come to in a currency */
        RegisterCountPart: {
            /** @description What they come to, in whole units of it */
            amount?: number;
            /** @description Who attended */
            attendance?: components["schemas"]["AttendanceKind"];
            /** @description How many there are */
            count?: number;
            /** @description The currency of contributions */
            currency?: components["schemas"]["CurrencyCode"];
            /** @description The language of training */
            language?: components["schemas"]["TrainingLanguage"];
            /** @description Of how many entries it is not known */
            notKnown?: number;
            /**
             * @description How the need ended, or `open` as long as it lasts
             * @enum {string}
             */
            outcome?: "national-resources" | "voluntary-contribution" | "informal-translation" | "not-met" | "open";
        };
        RegisterCountView: {
            /** @description How many there are at most, where some entries give a number without names */
            atMost?: number;
            /** @description What it counts, in a sentence */
            definition: string;
            /** @description Which count it is */
            name: components["schemas"]["RegisterCount"];
            /** @description Of how many entries it is not known; `total` is then the least that there are */
            notKnown?: number;
            /** @description The parts of the number; parts that count nothing are left out */
            parts: components["schemas"]["RegisterCountPart"][];
            /** @description The register whose entries it counts */
            register: components["schemas"]["Register"];
            /** @description Paragraphs that it rests on: S background paper of 2023 */
            sources: string[];
            /** @description The number: the minimum, where `atMost` gives the maximum */
            total: number;
            /** @description The counts of each year alone, without years that have no entries */
            years: components["schemas"]["RegisterCountYear"][];
        };
        /** @description What is counted of the entries of one year alone */
        RegisterCountYear: {
            /** @description How many there are of it at most */
            atMost?: number;
            /** @description Of how many entries of the year it is not known */
            notKnown?: number;
            /** @description The parts of the number in this year */
            parts: components["schemas"]["RegisterCountPart"][];
            /** @description The number: the minimum, where `atMost` gives the maximum */
            total: number;
            /** @description The year */
            year: number;
        };
        RegisteredReason: {
            as: components["schemas"]["AudienceRole"];
            /**
             * @description Which kind of reason it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "registered";
            party: components["schemas"]["PartyId"];
        };
        /**
         * @example {
         *       "id": "e-01eremf621131skb2d3m76q9px",
         *       "content": {
         *         "register": "training-session",
         *         "happenedOn": "2020-11-02",
         *         "name": "Briefing for focal points",
         *         "topic": "The questionnaire and its tools",
         *         "place": "Vienna",
         *         "officials": 22,
         *         "language": "pt",
         *         "states": {
         *           "number": 3
         *         }
         *       },
         *       "correctedAt": "2020-12-01T07:50:00.020Z",
         *       "version": 2
         *     }
         */
        RegisterEntry: {
            /** @description What the entry says */
            content: components["schemas"]["NamedRegisterContent"];
            /** @description When it was corrected last; absent if it was never corrected */
            correctedAt?: components["schemas"]["Instant"];
            id: components["schemas"]["RegisterEntryId"];
            version: components["schemas"]["Version"];
            /** @description That the entry counts no more; absent where it is valid */
            withdrawn?: components["schemas"]["RegisterWithdrawal"];
        };
        /**
         * @description Id of an entry of a register
         * @example e-01jd8m3v9tq4w7x2c5e6r8y0ab
         */
        RegisterEntryId: string;
        RegisterEntryPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["RegisterEntry"][];
            next?: components["schemas"]["NextCursor"];
        };
        RegisterEntryReversal: {
            /** @description Why it should not be there */
            reason: string;
        };
        RegisterMemberPage: {
            asAt: components["schemas"]["CountedDay"];
            /** @description How many the whole list has */
            count: number;
            /** @description What this page of the list holds */
            items: components["schemas"]["RegisterEntry"][];
            knownOn?: components["schemas"]["LastRecordedDay"];
            next?: components["schemas"]["NextCursor"];
            /** @description The register whose entries they are */
            register: components["schemas"]["Register"];
        };
        RegisterStatistics: {
            asAt: components["schemas"]["CountedDay"];
            contacts: components["schemas"]["ContactCounts"];
            /** @description Every count of the registers, in the order of the paper's paragraphs */
            counts: components["schemas"]["RegisterCountView"][];
            knownOn?: components["schemas"]["LastRecordedDay"];
        };
        RegisterWithdrawal: {
            /** @description When it was withdrawn */
            at: components["schemas"]["Instant"];
            /** @description Why it should not be there */
            reason: string;
        };
        ReminderAhead: {
            /** @description When it will leave */
            leavesAt: components["schemas"]["Instant"];
            rung: components["schemas"]["ReminderStepName"];
            /** @description The recipient, as of now */
            to: components["schemas"]["Recipient"][];
        };
        ReminderPlan: {
            asOf: components["schemas"]["JudgedInstant"];
            /** @description What a delay to the new date would change; nothing of it happens by asking */
            change?: components["schemas"]["ReminderPlanChange"];
            /** @description The obligations */
            obligations: components["schemas"]["RemindersOfDuty"][];
            review: components["schemas"]["ReviewId"];
            /** @description A year ahead: later reminders are not listed */
            until: components["schemas"]["Instant"];
        };
        ReminderPlanChange: {
            /** @description Whether the delay goes past the six months of the rules */
            beyondRules: boolean;
            /** @description Of the new plan: what would leave besides */
            comes: components["schemas"]["ReminderAhead"][];
            dueAt: components["schemas"]["DueInstant"];
            dueOn: components["schemas"]["DueDay"];
            /** @description Of today's plan: what would not leave any more */
            falls: components["schemas"]["ReminderAhead"][];
            generation: components["schemas"]["Generation"];
            /** @description The requested day */
            newDate: components["schemas"]["CalendarDate"];
            obligation: components["schemas"]["ObligationId"];
            /** @description All reminders from then on */
            reminders: components["schemas"]["ReminderAhead"][];
            /** @description The parties that would be notified of the delay */
            told: components["schemas"]["Recipient"][];
        };
        RemindersOfDuty: {
            dueAt: components["schemas"]["DueInstant"];
            dueOn: components["schemas"]["DueDay"];
            generation: components["schemas"]["Generation"];
            /** @description The kind of obligation */
            kind: components["schemas"]["ObligationKind"];
            obligation: components["schemas"]["ObligationId"];
            /**
             * @description Whether one letter reminds for a review, or for all reviews of the party's group
             * @enum {string}
             */
            oneLetterFor: "review" | "group";
            /** @description Whether it is open and past its date */
            overdue: boolean;
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The reminders that are still to leave */
            reminders: components["schemas"]["ReminderAhead"][];
        };
        /** @description The step of the reminder schedule, named by its distance from the date */
        ReminderStepName: string;
        Removal: {
            /** @description The day from which the change holds, which may be over; where it is left out, today, or `happenedOn` of what the secretariat records */
            effectiveOn?: components["schemas"]["CalendarDate"];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            reason?: components["schemas"]["MandateEndReason"];
        };
        Replacement: {
            /** @description The day from which the change holds, which may be over; where it is left out, today, or `happenedOn` of what the secretariat records */
            effectiveOn?: components["schemas"]["CalendarDate"];
            onBehalfOf?: components["schemas"]["OutsideActRequest"];
            /** @description The person */
            person: components["schemas"]["Nominee"];
            reason?: components["schemas"]["MandateEndReason"];
        };
        Resumption: {
            /** @description Hash of the preview that is quoted */
            preview: components["schemas"]["Hash"];
        };
        ReturnRequest: {
            /** @description Why it is returned; the party is notified */
            reason: string;
        };
        /**
         * @example {
         *       "id": "c1-IE",
         *       "party": "IE",
         *       "cluster": 1,
         *       "group": "c1-g1",
         *       "reviewers": [
         *         {
         *           "party": "FR",
         *           "role": "reviewing",
         *           "instruments": [
         *             "UNTOC",
         *             "TIP"
         *           ],
         *           "partyName": "France"
         *         }
         *       ],
         *       "stage": "nomination",
         *       "stageSince": "2020-11-30T23:00:00.000Z",
         *       "startedOn": "2020-12-01",
         *       "blockedBy": [
         *         {
         *           "party": "FR",
         *           "kind": "focal-point",
         *           "dueAt": "2020-12-15T22:59:59.999Z",
         *           "dueOn": "2020-12-15",
         *           "overdue": true,
         *           "partyName": "France"
         *         }
         *       ],
         *       "version": 2,
         *       "seats": [
         *         {
         *           "party": "FR",
         *           "role": "reviewing",
         *           "instruments": [
         *             "UNTOC",
         *             "TIP"
         *           ],
         *           "partyName": "France"
         *         }
         *       ],
         *       "obligations": [
         *         {
         *           "id": "focal-point:TD",
         *           "review": "c1-IE",
         *           "cluster": 1,
         *           "kind": "focal-point",
         *           "party": "TD",
         *           "state": "open",
         *           "openedOn": "2020-12-01",
         *           "dueAt": "2020-12-15T22:59:59.999Z",
         *           "dueOn": "2020-12-15",
         *           "originalDueAt": "2020-12-15T22:59:59.999Z",
         *           "originalDueOn": "2020-12-15",
         *           "overdue": true,
         *           "generation": 1,
         *           "partyName": "Chad"
         *         }
         *       ],
         *       "actions": [
         *         {
         *           "action": "focal-point.name",
         *           "operationId": "namePerson",
         *           "party": "TD",
         *           "method": "POST",
         *           "path": "/v1/parties/TD/mandates",
         *           "partyName": "Chad"
         *         }
         *       ],
         *       "partyName": "Ireland"
         *     }
         */
        Review: {
            /** @description What the caller may do now, and by which operations */
            actions: components["schemas"]["ReviewAction"][];
            /** @description The answers to the questionnaire */
            answers?: components["schemas"]["AnswersState"];
            /** @description What prevents the review from proceeding, and whose obligation it is */
            blockedBy: components["schemas"]["Blocker"][];
            /** @description Questions of the reviewing parties, and their answers */
            clarifications?: components["schemas"]["ClarificationSummary"][];
            cluster: components["schemas"]["ClusterNumber"];
            /** @description What the party under review consented to publish */
            consents?: components["schemas"]["PublishedPart"][];
            /** @description What the parties agreed on at the beginning */
            consultation?: components["schemas"]["Consultation"];
            cycle?: components["schemas"]["CycleId"];
            /** @description What the review proceeds without, by decision of the Conference or its working group */
            decisions?: components["schemas"]["Decision"][];
            /** @description The day on which the party under review left the Convention, so that the review goes no further; absent of any other */
            discontinuedOn?: components["schemas"]["CalendarDate"];
            /** @description How the reviewing parties divide their work; absent before they do */
            division?: components["schemas"]["Division"];
            /** @description The written feedback of the reviewing parties */
            feedback?: components["schemas"]["FeedbackState"][];
            group: components["schemas"]["GroupId"];
            id: components["schemas"]["ReviewId"];
            /** @description The obligations */
            obligations: components["schemas"]["Obligation"][];
            /** @description The list of observations and its summary */
            observations?: components["schemas"]["ObservationsState"];
            officer?: components["schemas"]["UserId"];
            officerName?: components["schemas"]["VisibleName"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description Pending requests to draw lots again */
            redraws?: components["schemas"]["RedrawAsked"][];
            /** @description The day on which the party under review waived that at most four parties review; absent while it has not */
            reviewerLimitWaivedOn?: components["schemas"]["CalendarDate"];
            /** @description The parties that review, with their instruments */
            reviewers: components["schemas"]["Reviewer"][];
            /** @description Who sits in the review */
            seats: components["schemas"]["Seat"][];
            stage: components["schemas"]["Stage"];
            /** @description Since when the review is in its stage */
            stageSince: components["schemas"]["Instant"];
            startedOn?: components["schemas"]["StartDay"];
            version: components["schemas"]["Version"];
        };
        ReviewAction: {
            action: components["schemas"]["Action"];
            /** @description The method of the request */
            method: string;
            /** @description Whether the secretariat records it for `party`, which did it outside the system: `onBehalfOf` is then to say so, with the source */
            onRecord?: boolean;
            /** @description The operation of this document by which it is done */
            operationId: string;
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description The path of the request; variable parts are in braces */
            path: string;
        };
        /**
         * @description The stage of the review. Labels: `reviewBins` of `GET /v1/labels`.
         * @enum {string}
         */
        ReviewBin: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded" | "discontinued";
        ReviewCorrection: components["schemas"]["ReviewDateCorrection"] | components["schemas"]["PartyDateCorrection"] | components["schemas"]["NominationDateCorrection"] | components["schemas"]["RoundDateCorrection"] | components["schemas"]["ClarificationDateCorrection"] | components["schemas"]["VersionDateCorrection"] | components["schemas"]["ConsentDateCorrection"] | components["schemas"]["ObligationDateCorrection"] | components["schemas"]["RedrawRequestDateCorrection"] | components["schemas"]["DelayCorrection"] | components["schemas"]["MeetingModeCorrection"] | components["schemas"]["LanguagesCorrection"];
        ReviewDateCorrection: {
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "start" | "meeting" | "languages" | "consultation" | "clock" | "answers-due" | "division" | "submission" | "opening" | "publication" | "reviewer-limit-waiver";
        };
        ReviewDiscontinued: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            review: components["schemas"]["ReviewId"];
            stage: components["schemas"]["Stage"];
        };
        Reviewer: {
            instruments: components["schemas"]["Instruments"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The role */
            role: components["schemas"]["SeatRole"];
        };
        /**
         * @description The review
         * @example c1-FR
         */
        ReviewId: string;
        /** @description The reviews that it is about */
        ReviewIds: components["schemas"]["ReviewId"][];
        ReviewPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["ReviewSummary"][];
            next?: components["schemas"]["NextCursor"];
        };
        ReviewSummary: {
            /** @description What prevents the review from proceeding, and whose obligation it is */
            blockedBy: components["schemas"]["Blocker"][];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description The day on which the party under review left the Convention, so that the review goes no further; absent of any other */
            discontinuedOn?: components["schemas"]["CalendarDate"];
            group: components["schemas"]["GroupId"];
            id: components["schemas"]["ReviewId"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The parties that review, with their instruments */
            reviewers: components["schemas"]["Reviewer"][];
            stage: components["schemas"]["Stage"];
            /** @description Since when the review is in its stage */
            stageSince: components["schemas"]["Instant"];
            startedOn?: components["schemas"]["StartDay"];
            version: components["schemas"]["Version"];
        };
        ReviewTimeline: {
            asOf: components["schemas"]["JudgedInstant"];
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description What is awaited next, the earliest day first and what has no day last: open obligations that the caller may see, and what else holds the review up */
            due: components["schemas"]["TimelineDue"][];
            /** @description The indicative timeline for comparison: it is a measure and no obligation */
            expected: components["schemas"]["ExpectedStep"][];
            /** @description What happened, by the day on which it happened */
            items: components["schemas"]["TimelineEvent"][];
            next?: components["schemas"]["NextCursor"];
            review: components["schemas"]["ReviewId"];
            stage: components["schemas"]["Stage"];
        };
        ReviewTouched: {
            id: components["schemas"]["ReviewId"];
            stage: components["schemas"]["Stage"];
            /** @description The version that the review has now */
            version: number;
        };
        /**
         * Format: date
         * @description The day that is right
         * @example 2020-12-01
         */
        RightDay: string;
        RoundDateCorrection: {
            reason: components["schemas"]["CorrectionReason"];
            /** @description The `number` of the further meeting */
            round: number;
            to: components["schemas"]["RightDay"];
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "round";
        };
        Seat: {
            instruments: components["schemas"]["Instruments"];
            /** @description Mandates of people who serve */
            mandates?: components["schemas"]["Mandate"][];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The role */
            role: components["schemas"]["SeatRole"];
        };
        SeatedReason: {
            as: components["schemas"]["AudienceRole"];
            /**
             * @description Which kind of reason it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "seated";
            party: components["schemas"]["PartyId"];
            /** @description The reviews in which the party holds a seat */
            reviews: components["schemas"]["ReviewId"][];
        };
        /**
         * @description Labels: `seatRoles` of `GET /v1/labels`.
         * @enum {string}
         */
        SeatRole: "under-review" | "reviewing" | "additional-reviewer";
        SeatVacated: {
            cluster: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            review: components["schemas"]["ReviewId"];
        };
        /**
         * @description Labels: `secondFactorStates` of `GET /v1/labels`.
         * @enum {string}
         */
        SecondFactorState: "not-required" | "missing" | "unused" | "used";
        ServiceRole: {
            instruments: components["schemas"]["Instruments"];
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The reviews that it is about */
            reviews: {
                cluster: components["schemas"]["ClusterNumber"];
                /** @description What the thematic cluster is called */
                clusterName: string;
                cycle?: components["schemas"]["CycleId"];
                party: components["schemas"]["PartyId"];
                partyName: components["schemas"]["PartyName"];
                review: components["schemas"]["ReviewId"];
                /** @description On which side of the review the party sits */
                seatRole: components["schemas"]["SeatRole"];
                /** @description What that side is called */
                seatRoleName: string;
                stage: components["schemas"]["Stage"];
            }[];
            role: components["schemas"]["MandateRole"];
            /** @description The title of the role, with its party and, for an expert, its instruments */
            title: string;
        };
        ServingDeferral: {
            /** @description Whether it defers serving; false takes it back */
            defers: boolean;
            /** @description The day on which the party requested it */
            happenedOn: components["schemas"]["CalendarDate"];
            /** @description The source that shows the request of the party */
            source: components["schemas"]["SourceRequest"];
        };
        /**
         * @description Labels: `settlementOutcomes` of `GET /v1/labels`.
         * @enum {string}
         */
        SettlementOutcome: "went-out" | "send-again";
        SettlementRequest: {
            /** @description `went-out`: it was found out that they left; `send-again`: a new attempt takes their place */
            outcome: components["schemas"]["SettlementOutcome"];
            /** @description The basis, for instance a call to the mission; kept with the letter, and shown to the secretariat in its explanation */
            reason?: string;
        };
        /** @description How many per cent the total is of another measure's, to one decimal */
        Share: {
            /** @description The measure of which it is a share */
            of: components["schemas"]["Measure"];
            /** @description Per cent, to one decimal */
            percent: number;
            /** @description How many there are */
            total: number;
        };
        SheetCounted: {
            /** @description How many rows it holds, the header not counted */
            rows: number;
            /** @description The sheet */
            sheet: string;
        };
        /**
         * @description Labels: `skipReasons` of `GET /v1/labels`.
         * @enum {string}
         */
        SkipReason: "done" | "delayed" | "replaced" | "suppressed" | "no-address" | "access-closed" | "duplicate" | "cancelled" | "digest";
        /** @description From what the text is known */
        Source: {
            /** @description A day in Vienna */
            date: components["schemas"]["CalendarDate"];
            kind: components["schemas"]["SourceKind"];
            /** @description As the note has it; no name and no address, since it stays in the journal for good */
            number?: string;
        };
        /**
         * @description A note verbale, a letter, an e-mail, a call or a meeting. Labels: `sourceKinds` of `GET /v1/labels`.
         * @enum {string}
         */
        SourceKind: "note-verbale" | "letter" | "e-mail" | "call" | "meeting";
        /** @description From what the text is known */
        SourceRequest: {
            /** @description A day in Vienna */
            date: components["schemas"]["CalendarDate"];
            kind: components["schemas"]["SourceKind"];
            /** @description As the note has it; no name and no address, since it stays in the journal for good */
            number?: string;
        };
        /**
         * @description The stage of the review. Labels: `stages` of `GET /v1/labels`.
         * @enum {string}
         */
        Stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
        StageCounted: {
            /** @description How many reviews */
            reviews: number;
            stage: components["schemas"]["Stage"];
        };
        StakeholderTraining: {
            countries?: components["schemas"]["CountriesTrained"];
            happenedOn: components["schemas"]["EntryDay"];
            name?: components["schemas"]["RecordedName"];
            /** @description How many non-governmental stakeholders were trained */
            people?: number;
            /** @description Where it was held */
            place?: string;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "stakeholder-training";
            topic?: components["schemas"]["RecordedTopic"];
        };
        StakeholderTrainingRequest: {
            countries?: components["schemas"]["CountriesTrainedRequest"];
            happenedOn: components["schemas"]["EntryDay"];
            name?: components["schemas"]["RecordedName"];
            /** @description How many non-governmental stakeholders were trained */
            people?: number;
            /** @description Where it was held */
            place?: string;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "stakeholder-training";
            topic?: components["schemas"]["RecordedTopic"];
        };
        StalledReviewsView: {
            /** @description The acts that free reviews, those that free most first: the first 100 */
            acts: components["schemas"]["FreeingAct"][];
            asAt: components["schemas"]["CountedDay"];
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            /** @description How many of these wait for one act alone */
            freedByOneAct: number;
            /** @description What those after them come to */
            furtherActs: {
                /** @description How many acts they are */
                acts: number;
                /** @description How many reviews they free together */
                frees: number;
            };
            group?: components["schemas"]["GroupId"];
            knownOn?: components["schemas"]["LastRecordedDay"];
            /** @description Paragraphs that it rests on: S background paper of 2023; D a decision of the system */
            sources: string[];
            /** @description How many of them are stalled */
            stalled: number;
            /** @description How many reviews have started, and neither concluded nor gone no further */
            underWay: number;
            /** @description What stalled reviews wait for, the kind that most wait for first; one that waits for several kinds is in each */
            waits: components["schemas"]["AwaitedKind"][];
        };
        /**
         * Format: date
         * @description The day of the start
         * @example 2020-12-01
         */
        StartDay: string;
        /** @description The states by their codes, or their number where the names are not known */
        StatesTrained: {
            /** @description Each by its code */
            named?: components["schemas"]["PartyId"][];
            /** @description How many there were, where their names are not known */
            number?: number;
        };
        Statistics: {
            asAt: components["schemas"]["CountedDay"];
            cluster?: components["schemas"]["ClusterNumber"];
            cycle?: components["schemas"]["CycleId"];
            group?: components["schemas"]["GroupId"];
            groups?: components["schemas"]["GroupList"];
            instrument?: components["schemas"]["Instrument"];
            knownOn?: components["schemas"]["LastRecordedDay"];
            /** @description Every measure, in the order of the status paper */
            measures: components["schemas"]["MeasureView"][];
            /** @description The regional group; absent for a party that belongs to none */
            regionalGroup?: components["schemas"]["RegionalGroup"];
            /** @description The earlier day with which totals are compared */
            since?: components["schemas"]["CalendarDate"];
        };
        /**
         * @example {
         *       "id": "p-01es5y1tmdqm010pce3dn71ser",
         *       "state": "published",
         *       "asAt": "2020-12-09",
         *       "knownAt": "2020-12-10T09:00:00.013Z",
         *       "orderedBy": "u-01eremf6203dme952qmx48mpze",
         *       "work": {
         *         "state": "done",
         *         "progress": {
         *           "done": 19,
         *           "of": 19
         *         }
         *       },
         *       "documents": [
         *         {
         *           "format": "json",
         *           "hash": "5feebefc6c88a3aec8e2e449092ca2c5fc042a22badab43687b1177a3adee60a",
         *           "bytes": 18339,
         *           "path": "/v1/reports/status/p-01es5y1tmdqm010pce3dn71ser/content?format=json"
         *         }
         *       ],
         *       "publicationOrder": {
         *         "orderedAt": "2020-12-10T09:00:00.023Z",
         *         "orderedBy": "u-01eremf6203dme952qmx48mpze",
         *         "orderedByName": "Secretariat (made up)"
         *       },
         *       "publishedAt": "2020-12-10T09:00:00.026Z",
         *       "version": 7,
         *       "orderedByName": "Secretariat (made up)"
         *     }
         */
        StatusPaper: {
            asAt: components["schemas"]["CountedDay"];
            /** @description The formats that are written */
            documents: components["schemas"]["PaperDocument"][];
            id: components["schemas"]["StatusPaperId"];
            /** @description What was recorded up to this instant counts */
            knownAt: components["schemas"]["Instant"];
            /** @description Who ordered it */
            orderedBy: components["schemas"]["UserId"];
            orderedByName?: components["schemas"]["VisibleName"];
            /** @description The last paper that was published by then, with which it compares */
            previous?: components["schemas"]["StatusPaperId"];
            /** @description The user who ordered its publication, and when */
            publicationOrder?: components["schemas"]["PublicationOrder"];
            /** @description When it was published */
            publishedAt?: components["schemas"]["Instant"];
            /** @description How far the paper is */
            state: components["schemas"]["PaperState"];
            /** @description What a person added to the paper. `getStatusPaper` shows it, if something was added */
            texts?: components["schemas"]["PaperTexts"];
            version: components["schemas"]["Version"];
            /** @description Its progress, in documents */
            work: components["schemas"]["Work"];
        };
        /**
         * @description Id of a status paper
         * @example p-01jd8m3v9tq4w7x2c5e6r8y0ab
         */
        StatusPaperId: string;
        StatusPaperOrder: {
            asAt: components["schemas"]["CountedDay"];
            /** @description The paper whose texts the new one takes; the last one as at the day, where it is left out */
            textsFrom?: components["schemas"]["StatusPaperId"];
        };
        StatusPaperPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["StatusPaper"][];
            next?: components["schemas"]["NextCursor"];
            /** @description How to order one, where no paper as at the day has all that is known now */
            order?: components["schemas"]["AvailableAction"];
            /** @description The paper as at the day that has all that is known now */
            upToDate?: components["schemas"]["StatusPaperId"];
        };
        /**
         * @example {
         *       "id": "a-reminder",
         *       "version": 1,
         *       "latest": 1,
         *       "hash": "f17b50ffe23117e5b6496895fa7be048581348bd218044c47ecb93c4ef197e6b",
         *       "writtenBy": "u-01eremf620nby4wn23dtsrtqzb",
         *       "writtenAt": "2020-12-01T08:00:00.057Z",
         *       "text": {
         *         "body": "Please name a focal point.",
         *         "subject": "A reminder"
         *       },
         *       "texts": {
         *         "en": {
         *           "body": "Please name a focal point.",
         *           "subject": "A reminder"
         *         }
         *       },
         *       "fallback": [
         *         "en"
         *       ]
         *     }
         */
        StoredText: {
            /** @description Languages that are tried, in this order, for recipients in whose language there is no text */
            fallback: components["schemas"]["Language"][];
            hash: components["schemas"]["Hash"];
            id: components["schemas"]["TextId"];
            /** @description The latest day, or instant, that is taken */
            latest: components["schemas"]["TextVersion"];
            /** @description The text */
            text: components["schemas"]["BulletinText"];
            /** @description The texts, instrument by instrument */
            texts: components["schemas"]["TextsByLanguage"];
            /** @description Which version of the text it is; each stays readable */
            version: components["schemas"]["TextVersion"];
            /** @description When it was written */
            writtenAt?: components["schemas"]["Instant"];
            /** @description Who wrote it */
            writtenBy?: components["schemas"]["UserId"];
            writtenByName?: components["schemas"]["VisibleName"];
        };
        StoredTextPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["StoredTextSummary"][];
            next?: components["schemas"]["NextCursor"];
        };
        StoredTextSummary: {
            hash: components["schemas"]["Hash"];
            id: components["schemas"]["TextId"];
            /** @description The languages that the parties agreed on */
            languages: components["schemas"]["Language"][];
            /** @description The line of the subject */
            subject: string;
            /** @description The latest version of the text; earlier ones stay readable */
            version: components["schemas"]["TextVersion"];
            /** @description When it was written */
            writtenAt?: components["schemas"]["Instant"];
            /** @description Who wrote it */
            writtenBy?: components["schemas"]["UserId"];
            writtenByName?: components["schemas"]["VisibleName"];
        };
        SubmissionRecord: {
            onBehalfOf: components["schemas"]["OutsideActRequest"];
            /** @description Where the text is: a symbol or a number, no name and no address */
            reference?: string;
            /**
             * @description The texts, instrument by instrument
             * @default []
             */
            texts: components["schemas"]["InstrumentText"][];
        };
        SuppressedAddress: {
            /** @description E-mail address */
            address?: components["schemas"]["EmailAddress"];
            contact?: components["schemas"]["ContactAddress"];
            letter: components["schemas"]["LetterId"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            recipient: components["schemas"]["Recipient"];
            /** @description When it was released */
            released?: components["schemas"]["Instant"];
            /** @description Since when nothing is sent to the address */
            since: components["schemas"]["Instant"];
            why: components["schemas"]["SuppressionReason"];
        };
        SuppressedAddressPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["SuppressedAddress"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @description Why nothing is sent to the address. Labels: `suppressionReasons` of `GET /v1/labels`.
         * @enum {string}
         */
        SuppressionReason: "bounced" | "complained" | "rejected";
        Text: {
            hash: components["schemas"]["Hash"];
            instrument: components["schemas"]["Instrument"];
            /** @description Reference of the letter, as its text has it */
            reference?: string;
            /** @description The text */
            text: string;
        };
        /**
         * @description Id of a stored text
         * @example president-reminder
         */
        TextId: string;
        TextObstacle: {
            /** @description The placeholder as it was written */
            placeholder?: string;
            /** @description What is wrong */
            problem: string;
            /** @description In which part of the text */
            where?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A text in each of one to six languages */
        TextsByLanguage: {
            /** @description The text in this language */
            ar?: components["schemas"]["BulletinText"];
            /** @description The text in this language */
            en?: components["schemas"]["BulletinText"];
            /** @description The text in this language */
            es?: components["schemas"]["BulletinText"];
            /** @description The text in this language */
            fr?: components["schemas"]["BulletinText"];
            /** @description The text in this language */
            ru?: components["schemas"]["BulletinText"];
            /** @description The text in this language */
            zh?: components["schemas"]["BulletinText"];
        };
        /** @description A text in each of one to six languages */
        TextsByLanguageRequest: {
            /** @description The text in this language */
            ar?: components["schemas"]["BulletinTextRequest"];
            /** @description The text in this language */
            en?: components["schemas"]["BulletinTextRequest"];
            /** @description The text in this language */
            es?: components["schemas"]["BulletinTextRequest"];
            /** @description The text in this language */
            fr?: components["schemas"]["BulletinTextRequest"];
            /** @description The text in this language */
            ru?: components["schemas"]["BulletinTextRequest"];
            /** @description The text in this language */
            zh?: components["schemas"]["BulletinTextRequest"];
        };
        TextTaken: {
            id: components["schemas"]["TextId"];
            /** @description The version of the stored text that is taken; the latest where it is left out */
            version?: components["schemas"]["TextVersion"];
        };
        TextToStore: {
            body?: components["schemas"]["LongText"];
            /** @description Languages that are tried, in this order, for recipients in whose language there is no text */
            fallback?: components["schemas"]["Language"][];
            /** @description The line of the subject */
            subject?: string;
            /** @description The texts, instrument by instrument */
            texts?: components["schemas"]["TextsByLanguageRequest"];
        };
        TextUsed: {
            id: components["schemas"]["TextId"];
            /** @description The version of the stored text that was taken */
            version: components["schemas"]["TextVersion"];
        };
        TextVersion: number;
        TimelineDue: {
            dueOn?: components["schemas"]["DueDay"];
            /** @description The same in an English sentence or more */
            inWords: string;
            /** @description What is awaited */
            kind: components["schemas"]["FigureKind"];
            /** @description Whether it is open and past its date */
            overdue: boolean;
            /** @description Whose it is; absent where it is the secretariat’s or a matter of all parties of the review, as `inWords` says */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
        };
        TimelineEvent: {
            /** @description The day that was recorded first, where it was wrong */
            correctedFrom?: components["schemas"]["CalendarDate"];
            /** @description The day in Vienna on which it happened, as it was corrected last */
            happenedOn: components["schemas"]["CalendarDate"];
            /** @description The same in an English sentence or more */
            inWords: string;
            /** @description The kind of fact, as the journal calls it */
            kind: string;
            /** @description Whose act, obligation or mandate it is */
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            /** @description The day in Vienna on which it was recorded */
            recordedOn: components["schemas"]["CalendarDate"];
        };
        TimelineStep: {
            /** @description How many have not although the day is over */
            behind: number;
            /** @description By which day, counted from the planned start of the group */
            expectedOn: components["schemas"]["CalendarDate"];
            /** @description How many reviews of the group have passed it */
            passed: number;
            /** @description Which these are, to the secretariat only */
            reviews?: components["schemas"]["ReviewId"][];
            /** @description The stage that reviews are to have passed by then */
            step: components["schemas"]["Stage"];
        };
        /**
         * @description The language in which it was given. Labels: `trainingLanguages` of `GET /v1/labels`.
         * @enum {string}
         */
        TrainingLanguage: "ar" | "en" | "es" | "fr" | "ru" | "zh" | "pt";
        TrainingSession: {
            happenedOn: components["schemas"]["EntryDay"];
            language: components["schemas"]["TrainingLanguage"];
            name?: components["schemas"]["RecordedName"];
            /** @description How many government officials were trained or briefed */
            officials?: number;
            /** @description Where it was held */
            place?: string;
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "training-session";
            /** @description Which States they came from */
            states?: components["schemas"]["StatesTrained"];
            topic?: components["schemas"]["RecordedTopic"];
        };
        TranslationNeed: {
            happenedOn: components["schemas"]["EntryDay"];
            /** @description The languages into which a translation is needed */
            languages: components["schemas"]["Language"][];
            /** @description How the need ended; absent as long as it lasts */
            outcome?: components["schemas"]["TranslationNeedOutcome"];
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "translation-need";
            /** @description The review that needs the texts */
            review: components["schemas"]["ReviewId"];
        };
        TranslationNeedOutcome: {
            how: components["schemas"]["TranslationOutcome"];
            /** @description The day on which it ended */
            on: components["schemas"]["CalendarDate"];
        };
        TranslationNeedOutcomeRequest: {
            how: components["schemas"]["TranslationOutcome"];
            /** @description The day on which it ended */
            on: components["schemas"]["CalendarDate"];
        };
        TranslationNeedRequest: {
            happenedOn: components["schemas"]["EntryDay"];
            /** @description The languages into which a translation is needed */
            languages: components["schemas"]["Language"][];
            /** @description How the need ended; absent as long as it lasts */
            outcome?: components["schemas"]["TranslationNeedOutcomeRequest"];
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "translation-need";
            /** @description The review that needs the texts */
            review: components["schemas"]["ReviewId"];
        };
        /**
         * @description How it was met, or that it was not. Labels: `translationOutcomes` of `GET /v1/labels`.
         * @enum {string}
         */
        TranslationOutcome: "national-resources" | "voluntary-contribution" | "informal-translation" | "not-met";
        UnfilledPairing: {
            party: components["schemas"]["PartyId"];
            partyName: components["schemas"]["PartyName"];
            /** @description The rules of the lots that cannot be met */
            rules: string[];
        };
        /**
         * @example {
         *       "id": "u-01eren1g36mpykhkscptg3rrbd",
         *       "role": "delegate",
         *       "party": "FR",
         *       "access": "erased",
         *       "closedAt": "2020-12-06T08:00:00.106Z",
         *       "erasedAt": "2020-12-06T08:00:00.106Z",
         *       "version": 5,
         *       "partyName": "France"
         *     }
         */
        User: {
            /** @description Whether the user may use the system at all */
            access: components["schemas"]["UserAccess"];
            /** @description From when on a user of the secretariat may approve what others ordered; absent where at once */
            approvesFrom?: components["schemas"]["Instant"];
            /** @description When the access was closed */
            closedAt?: components["schemas"]["Instant"];
            /** @description When another member, or the operator, confirmed a user of the secretariat */
            confirmedAt?: components["schemas"]["Instant"];
            /** @description When the person was erased */
            erasedAt?: components["schemas"]["Instant"];
            /** @description The erasure of the person that was ordered, with the user and the time; absent where none waits for a second person */
            erasureOrdered?: {
                /** @description When it was ordered */
                orderedAt: components["schemas"]["Instant"];
                personName?: components["schemas"]["VisibleName"];
                /** @description Why the person is to be erased */
                reason: components["schemas"]["ErasureReason"];
                source: components["schemas"]["ErasureSource"];
                user: components["schemas"]["UserId"];
            };
            /** @description When the invited user first used the access */
            firstSeenAt?: components["schemas"]["Instant"];
            id: components["schemas"]["UserId"];
            /** @description When the last invitation was sent; absent where there was none */
            invitedAt?: components["schemas"]["Instant"];
            /** @description Parties besides the one that registered the person, which named them, too */
            otherParties?: components["schemas"]["NamedParty"][];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            person?: components["schemas"]["Person"];
            role: components["schemas"]["UserRole"];
            /** @description Of a user of the secretariat who waits to be confirmed: on whose word the access was given */
            sponsors?: components["schemas"]["NamedUser"][];
            /** @description Until when an officer suspended the access; the suspension ends then without a request */
            suspendedUntil?: components["schemas"]["Instant"];
            version: components["schemas"]["Version"];
        };
        /**
         * @description Labels: `userAccess` of `GET /v1/labels`.
         * @enum {string}
         */
        UserAccess: "open" | "closed" | "erased";
        UserClosure: {
            /** @description Why the access ends */
            reason: components["schemas"]["ClosingReason"];
        };
        UserCorrection: {
            /** @description The person */
            person: components["schemas"]["PersonCorrection"];
        };
        UserErasure: {
            /** @description Why the person is erased */
            reason: components["schemas"]["ErasureReason"];
            source: components["schemas"]["ErasureSource"];
        };
        /**
         * @description The officer of the secretariat whose it is
         * @example u-01jd8m3v9tq4w7x2c5e6r8y0ab
         */
        UserId: string;
        UserPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["User"][];
            next?: components["schemas"]["NextCursor"];
        };
        UserRecipient: {
            /** @description The number of the change of address before which the address was in use that it went to; absent where that is the address of now */
            beforeChange?: number;
            /**
             * @description That it is a person with an account (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "user";
            personName?: components["schemas"]["VisibleName"];
            user: components["schemas"]["UserId"];
        };
        UserRegistration: {
            party?: components["schemas"]["PartyId"];
            /** @description The person */
            person: components["schemas"]["PersonDetails"];
            /**
             * @description What the account is for
             * @enum {string}
             */
            role: "secretariat" | "president" | "permanent-mission";
        };
        /**
         * @description What the account is for. Labels: `userRoles` of `GET /v1/labels`.
         * @enum {string}
         */
        UserRole: "secretariat" | "president" | "permanent-mission" | "delegate";
        /** @description Rises by one with every change */
        Version: number;
        VersionDateCorrection: {
            reason: components["schemas"]["CorrectionReason"];
            to: components["schemas"]["RightDay"];
            /** @description The version of the list that was presented, or the version that the erratum published */
            version: number;
            /**
             * @description Which day it is (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            what: "list" | "erratum";
        };
        /** @description Absent where the caller may not know it, and once the person was erased */
        VisibleName: string;
        VoluntaryContribution: {
            /** @description The amount, in whole units of the currency */
            amount?: number;
            currency: components["schemas"]["CurrencyCode"];
            /** @description Who contributed: a party, or another donor by kind */
            donor: components["schemas"]["Donor"];
            happenedOn: components["schemas"]["EntryDay"];
            /**
             * @description The register (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            register: "voluntary-contribution";
        };
        Work: {
            /** @description The parts that are done, and of how many */
            progress?: {
                /** @description A number of parts */
                done: number;
                /** @description A number of parts */
                of: number;
            };
            /** @description `pending` while it waits for its time or for a second person. `failed` if it ended or stopped before all of it was done */
            state: components["schemas"]["WorkState"];
        };
        WorkItem: {
            /** @description What helps, by the operations that do it */
            actions: components["schemas"]["AvailableAction"][];
            /** @description What holds the review up, the longest first */
            blockedBy?: components["schemas"]["Blocked"][];
            bulletin?: components["schemas"]["BulletinId"];
            cluster?: components["schemas"]["ClusterNumber"];
            /** @description The contact that is to be followed up */
            contact?: components["schemas"]["Contact"];
            cycle?: components["schemas"]["CycleId"];
            dueAt?: components["schemas"]["DueInstant"];
            dueOn?: components["schemas"]["DueDay"];
            duty?: components["schemas"]["ObligationKind"];
            group?: components["schemas"]["GroupId"];
            /** @description The id, by which it is named elsewhere */
            id: string;
            /** @description Of feedback: the instruments that it covers, by the division of work */
            instruments?: components["schemas"]["Instrument"][];
            /** @description Why there is something to do */
            kind: components["schemas"]["WorkKind"];
            /** @description The letter that did not arrive */
            letter?: components["schemas"]["LetterId"];
            mandate?: components["schemas"]["MandateId"];
            officer?: components["schemas"]["UserId"];
            officerName?: components["schemas"]["VisibleName"];
            party?: components["schemas"]["PartyId"];
            partyName?: components["schemas"]["PartyName"];
            personName?: components["schemas"]["VisibleName"];
            review?: components["schemas"]["ReviewId"];
            role?: components["schemas"]["MandateRole"];
            /** @description When the bulletin that waits is to leave: once that has passed, it leaves with its approval */
            sendAt?: components["schemas"]["Instant"];
            /** @description When it came up */
            since: components["schemas"]["Instant"];
            /** @description What to do, in the language of the reply */
            todo: string;
            user?: components["schemas"]["UserId"];
        };
        /**
         * @description Labels: `worklist` of `GET /v1/labels`.
         * @enum {string}
         */
        WorkKind: "duty-overdue" | "review-blocked" | "nomination-to-check" | "invitation-unused" | "address-bounced" | "recipient-unreachable" | "letter-unknown" | "follow-up-due" | "bulletin-to-approve" | "bulletin-stopped" | "bulletin-unsettled" | "group-behind-plan" | "group-start-to-approve" | "denunciation-to-approve" | "erasure-to-approve";
        WorklistPage: {
            /** @description What this page of the list holds */
            items: components["schemas"]["WorkItem"][];
            next?: components["schemas"]["NextCursor"];
        };
        /**
         * @description Labels: `workStates` of `GET /v1/labels`.
         * @enum {string}
         */
        WorkState: "pending" | "running" | "done" | "failed";
        WorkWords: {
            /** @description The heading */
            name: string;
            /** @description What to do about one of them */
            todo: string;
        };
        WorkWordsMap: {
            [key: string]: components["schemas"]["WorkWords"];
        };
    };
    responses: {
        /** @description There is nothing here: a page says so to a browser. */
        NotFoundPage: {
            headers: {
                Link: components["headers"]["HelpLink"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description What the caller holds is still good. */
        NotModified: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                ETag: components["headers"]["CachedETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any refusal or failure: a problem that `x-problems` lists, or one that every operation with a feature shares (`x-problems-by-feature`); `components/x-problem-types` has the status of each. 401 says that there is no valid access token: sign in again. What the gateway answers is `application/json` with a `message` alone. */
        Refused: {
            headers: {
                ETag: components["headers"]["CurrentETag"];
                Link: components["headers"]["HelpLink"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayMessage"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
        AcceptLanguage: string;
        /** @description Whether the user may use the system at all */
        Access: components["schemas"]["UserAccess"];
        /** @description What the journals are of */
        AggregateKind: components["schemas"]["AggregateKind"];
        /** @description The number of an article of an instrument */
        Article: components["schemas"]["Article"];
        /** @description The day at whose end is counted, in Vienna */
        AsAt: components["schemas"]["CalendarDate"];
        /** @description The bulletin, by its id */
        BulletinId: components["schemas"]["BulletinId"];
        /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
        Cluster: number;
        /** @description `next` of the page before */
        Cursor: string;
        /** @description Of this cycle alone; `untoc1` is the first */
        Cycle: components["schemas"]["CycleId"];
        /** @description A calendar day in Vienna */
        Date: components["schemas"]["CalendarDate"];
        /** @description The first day on which what is listed is due, in Vienna */
        DueFrom: components["schemas"]["CalendarDate"];
        /** @description The last day on which what is listed is due, in Vienna */
        DueTo: components["schemas"]["CalendarDate"];
        /** @description Id of the entry */
        EntryId: components["schemas"]["RegisterEntryId"];
        /** @description What is counted for this kind of obligation or blocker alone */
        FigureKind: components["schemas"]["FigureKind"];
        /** @description The figure, by its name */
        FigureName: components["schemas"]["FigureName"];
        /** @description The format of the reply, as `Accept` in links */
        FormatHtmlOrMarkdownOrJsonOrDocx: "html" | "markdown" | "json" | "docx";
        /** @description The format of the reply, as `Accept` in links */
        FormatJsonOrCsv: "json" | "csv";
        /** @description The format of the reply, as `Accept` in links */
        FormatJsonOrHtml: "json" | "html";
        /** @description The format of the reply, as `Accept` in links */
        FormatJsonOrSvgOrCsv: "json" | "svg" | "csv";
        /** @description Planned on this day in Vienna or later */
        From: components["schemas"]["CalendarDate"];
        /** @description What each letter comes with */
        GetLetterInclude: "explanation" | "text" | "all";
        /** @description Which version is read; the latest where it is left out */
        GetPublicationVersion: number;
        /** @description Which version is read; the latest where it is left out */
        GetTextVersion: number;
        /** @description The group */
        Group: components["schemas"]["GroupId"];
        /** @description The group, by its id */
        GroupId: components["schemas"]["GroupId"];
        /** @description Groups of reviews */
        Groups: components["schemas"]["GroupList"];
        /** @description SHA-256 in hexadecimal digits */
        Hash: components["schemas"]["Hash"];
        /** @description The id, by which it is named elsewhere */
        Id: components["schemas"]["JournalId"];
        /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
        IdempotencyKey: string;
        /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
        IdempotencyKeyOptional: string;
        /** @description The ETag of the version that the change was decided on */
        IfMatch: components["schemas"]["ETag"];
        /** @description The ETag of the version that the change was decided on */
        IfMatchOptional: components["schemas"]["ETag"];
        /** @description ETags at hand; 304 where one of them still holds */
        IfNoneMatch: string;
        /** @description An import, by the hash of what it holds: the same content is the same import */
        ImportId: components["schemas"]["ImportId"];
        /** @description The instrument */
        InstrumentInPath: components["schemas"]["Instrument"];
        /** @description The instrument */
        InstrumentInQuery: components["schemas"]["Instrument"];
        /** @description The last day whose records are taken into account, where not all are */
        KnownOn: components["schemas"]["CalendarDate"];
        /** @description `ar`, `en`, `es`, `fr`, `ru` or `zh` */
        LanguageInPath: string;
        /** @description The language of the reply, as `Accept-Language` in links */
        LanguageInQuery: components["schemas"]["Language"];
        /** @description The letter, by its id */
        LetterId: components["schemas"]["LetterId"];
        /** @description Letters about this alone */
        LetterKind: components["schemas"]["LetterKind"];
        /** @description Letters of which this became alone */
        LetterState: components["schemas"]["LetterState"];
        /** @description Items in a page, 1 to 200 */
        Limit: number;
        /** @description The secret of the link, with `.ics` behind it */
        Link: string;
        /** @description What each letter comes with */
        ListLettersInclude: "explanation";
        /** @description The mandate, by its id */
        MandateId: components["schemas"]["MandateId"];
        /** @description What is counted */
        Measure: components["schemas"]["Measure"];
        /** @description The month in UTC, like 2020-12 */
        Month: string;
        /** @description Goes with `obligation` */
        NewDate: components["schemas"]["CalendarDate"];
        /** @description Whose nominations: of focal points, or of experts */
        NominationKind: components["schemas"]["NominationKind"];
        /** @description Counts them, from 1 */
        Number: number;
        /** @description The obligation that the plan is about, and `newDate` */
        Obligation: components["schemas"]["ObligationId"];
        /** @description Obligations that are open, met or ended without being met, or all of them */
        ObligationChoice: components["schemas"]["ObligationChoice"];
        /** @description The obligation, by its id */
        ObligationId: components["schemas"]["ObligationId"];
        /** @description Obligations of this kind alone */
        ObligationKind: components["schemas"]["ObligationKind"];
        /** @description Of this kind alone */
        ObservationKind: components["schemas"]["ObservationKind"];
        /** @description The officer of the secretariat whose it is */
        Officer: components["schemas"]["UserId"];
        /** @description What came of it */
        Outcome: components["schemas"]["RecipientOutcome"];
        /** @description Whether it is open and past its date */
        Overdue: "true" | "false";
        /** @description The figure, by its name */
        PaperFigure: components["schemas"]["PaperFigure"];
        /** @description Id of the status paper */
        PaperId: components["schemas"]["StatusPaperId"];
        /** @description The party, by its code */
        Party: components["schemas"]["PartyId"];
        /** @description The party, by its code */
        PartyId: components["schemas"]["PartyId"];
        /** @description The phase by its cluster: c4 */
        PhaseId: components["schemas"]["PhaseId"];
        /** @description The regional group; absent for a party that belongs to none */
        RegionalGroup: components["schemas"]["RegionalGroup"];
        /** @description The register */
        RegisterInPath: components["schemas"]["Register"];
        /** @description The register */
        RegisterInQuery: components["schemas"]["Register"];
        /** @description The review */
        Review: components["schemas"]["ReviewId"];
        /** @description The stage of the review */
        ReviewBin: components["schemas"]["ReviewBin"];
        /** @description The review, by its id */
        ReviewId: components["schemas"]["ReviewId"];
        /** @description The role */
        Role: components["schemas"]["UserRole"];
        /** @description The party whose seat it is */
        Seat: components["schemas"]["PartyId"];
        /** @description An earlier day, with which totals are compared */
        Since: components["schemas"]["CalendarDate"];
        /** @description In which order the list is; by the ids where it is left out */
        Sort: "id" | "due" | "party" | "stage";
        /** @description The stage of the review */
        StageInQuery: components["schemas"]["Stage"];
        /** @description The stored text, by its name */
        TextId: components["schemas"]["TextId"];
        /** @description The language in which the recipients would be written to */
        TextLanguage: components["schemas"]["Language"];
        /** @description Planned on this day in Vienna or before */
        To: components["schemas"]["CalendarDate"];
        /** @description The user, by its id */
        UserId: components["schemas"]["UserId"];
        /** @description Work of this kind alone */
        WorkKind: components["schemas"]["WorkKind"];
    };
    requestBodies: never;
    headers: {
        /** @description To be sent as If-None-Match with the next request */
        CachedETag: string;
        /** @description The language of the reply */
        ContentLanguage: components["schemas"]["Language"];
        /** @description Of `stale-version`: the ETag of the latest version, with which the change may be decided again */
        CurrentETag: string;
        /** @description Version of the item, like "v3" */
        ETag: components["schemas"]["ETag"];
        /** @description With `rel="help"` the page of the type of problem; not where the gateway answers */
        HelpLink: string;
        /** @description Path at which to read the item */
        Location: string;
        /** @description Seconds after which to read it again */
        PollAfter: number;
        /** @description Seconds after which to send it again; with 429 and 503, not where the gateway answers */
        RetryAfter: string;
    };
    pathItems: never;
}
export type AbsenceWhy = components['schemas']['AbsenceWhy'];
export type AcceptedDeviation = components['schemas']['AcceptedDeviation'];
export type Action = components['schemas']['Action'];
export type ActSinceEnd = components['schemas']['ActSinceEnd'];
export type Addressee = components['schemas']['Addressee'];
export type AddresseePage = components['schemas']['AddresseePage'];
export type AddresseeReason = components['schemas']['AddresseeReason'];
export type AggregateKind = components['schemas']['AggregateKind'];
export type Agreement = components['schemas']['Agreement'];
export type Answers = components['schemas']['Answers'];
export type AnswersState = components['schemas']['AnswersState'];
export type Article = components['schemas']['Article'];
export type ArticlesBasis = components['schemas']['ArticlesBasis'];
export type ArticlesSource = components['schemas']['ArticlesSource'];
export type AttendanceKind = components['schemas']['AttendanceKind'];
export type Audience = components['schemas']['Audience'];
export type AudienceList = components['schemas']['AudienceList'];
export type AudienceRole = components['schemas']['AudienceRole'];
export type AvailableAction = components['schemas']['AvailableAction'];
export type AwaitedAct = components['schemas']['AwaitedAct'];
export type AwaitedKind = components['schemas']['AwaitedKind'];
export type Basis = components['schemas']['Basis'];
export type Blocked = components['schemas']['Blocked'];
export type BlockedWhy = components['schemas']['BlockedWhy'];
export type Blocker = components['schemas']['Blocker'];
export type BounceCount = components['schemas']['BounceCount'];
export type BrokenLotsRule = components['schemas']['BrokenLotsRule'];
export type Bulletin = components['schemas']['Bulletin'];
export type BulletinAudience = components['schemas']['BulletinAudience'];
export type BulletinDetails = components['schemas']['BulletinDetails'];
export type BulletinDraft = components['schemas']['BulletinDraft'];
export type BulletinId = components['schemas']['BulletinId'];
export type BulletinOrder = components['schemas']['BulletinOrder'];
export type BulletinPage = components['schemas']['BulletinPage'];
export type BulletinPreview = components['schemas']['BulletinPreview'];
export type BulletinProgress = components['schemas']['BulletinProgress'];
export type BulletinRecipientPage = components['schemas']['BulletinRecipientPage'];
export type BulletinRecipientStatus = components['schemas']['BulletinRecipientStatus'];
export type BulletinRound = components['schemas']['BulletinRound'];
export type BulletinSample = components['schemas']['BulletinSample'];
export type BulletinState = components['schemas']['BulletinState'];
export type BulletinText = components['schemas']['BulletinText'];
export type BulletinTextRequest = components['schemas']['BulletinTextRequest'];
export type CalendarDate = components['schemas']['CalendarDate'];
export type CalendarLink = components['schemas']['CalendarLink'];
export type ChainVerification = components['schemas']['ChainVerification'];
export type Change = components['schemas']['Change'];
export type Clarification = components['schemas']['Clarification'];
export type ClarificationAnswer = components['schemas']['ClarificationAnswer'];
export type ClarificationDateCorrection = components['schemas']['ClarificationDateCorrection'];
export type ClarificationList = components['schemas']['ClarificationList'];
export type ClarificationRequest = components['schemas']['ClarificationRequest'];
export type ClarificationStatus = components['schemas']['ClarificationStatus'];
export type ClarificationSummary = components['schemas']['ClarificationSummary'];
export type Clearance = components['schemas']['Clearance'];
export type ClosingReason = components['schemas']['ClosingReason'];
export type ClusterNumber = components['schemas']['ClusterNumber'];
export type ClusterNumbers = components['schemas']['ClusterNumbers'];
export type ClusterWithoutReview = components['schemas']['ClusterWithoutReview'];
export type ConsentDateCorrection = components['schemas']['ConsentDateCorrection'];
export type ConsentWithdrawal = components['schemas']['ConsentWithdrawal'];
export type ConstructiveDialogue = components['schemas']['ConstructiveDialogue'];
export type ConstructiveDialogueRequest = components['schemas']['ConstructiveDialogueRequest'];
export type Consultation = components['schemas']['Consultation'];
export type ConsultationOutcome = components['schemas']['ConsultationOutcome'];
export type ConsultationRound = components['schemas']['ConsultationRound'];
export type Contact = components['schemas']['Contact'];
export type ContactAddress = components['schemas']['ContactAddress'];
export type ContactCounts = components['schemas']['ContactCounts'];
export type ContactEntries = components['schemas']['ContactEntries'];
export type ContactEntry = components['schemas']['ContactEntry'];
export type ContactOutcome = components['schemas']['ContactOutcome'];
export type ContactPage = components['schemas']['ContactPage'];
export type ContactsRecorded = components['schemas']['ContactsRecorded'];
export type ContactWay = components['schemas']['ContactWay'];
export type CorrectedDenunciation = components['schemas']['CorrectedDenunciation'];
export type CorrectedOpening = components['schemas']['CorrectedOpening'];
export type CorrectionReason = components['schemas']['CorrectionReason'];
export type CountedDay = components['schemas']['CountedDay'];
export type CountedThing = components['schemas']['CountedThing'];
export type CountriesTrained = components['schemas']['CountriesTrained'];
export type CountriesTrainedRequest = components['schemas']['CountriesTrainedRequest'];
export type CountryCode = components['schemas']['CountryCode'];
export type CountryProfile = components['schemas']['CountryProfile'];
export type CurrencyCode = components['schemas']['CurrencyCode'];
export type CurrentFigures = components['schemas']['CurrentFigures'];
export type CycleId = components['schemas']['CycleId'];
export type Decision = components['schemas']['Decision'];
export type DecisionBody = components['schemas']['DecisionBody'];
export type DecisionRecord = components['schemas']['DecisionRecord'];
export type Delay = components['schemas']['Delay'];
export type DelayCorrection = components['schemas']['DelayCorrection'];
export type DelayReason = components['schemas']['DelayReason'];
export type DelayReversal = components['schemas']['DelayReversal'];
export type DenunciationCorrection = components['schemas']['DenunciationCorrection'];
export type DenunciationDraft = components['schemas']['DenunciationDraft'];
export type DenunciationOrder = components['schemas']['DenunciationOrder'];
export type DenunciationOrdered = components['schemas']['DenunciationOrdered'];
export type DenunciationPreview = components['schemas']['DenunciationPreview'];
export type DenunciationReversal = components['schemas']['DenunciationReversal'];
export type DialogueAttendance = components['schemas']['DialogueAttendance'];
export type DialogueAttendanceRequest = components['schemas']['DialogueAttendanceRequest'];
export type DigestPace = components['schemas']['DigestPace'];
export type DispensableKind = components['schemas']['DispensableKind'];
export type Division = components['schemas']['Division'];
export type DivisionOfWork = components['schemas']['DivisionOfWork'];
export type DivisionPart = components['schemas']['DivisionPart'];
export type DivisionPartGiven = components['schemas']['DivisionPartGiven'];
export type Donor = components['schemas']['Donor'];
export type DonorKind = components['schemas']['DonorKind'];
export type Draft = components['schemas']['Draft'];
export type DraftKind = components['schemas']['DraftKind'];
export type DraftList = components['schemas']['DraftList'];
export type DraftText = components['schemas']['DraftText'];
export type Draw = components['schemas']['Draw'];
export type DrawnSeat = components['schemas']['DrawnSeat'];
export type DueDay = components['schemas']['DueDay'];
export type DueInstant = components['schemas']['DueInstant'];
export type EmailAddress = components['schemas']['EmailAddress'];
export type EntryDay = components['schemas']['EntryDay'];
export type EntryPlace = components['schemas']['EntryPlace'];
export type EntryPreview = components['schemas']['EntryPreview'];
export type EntryRecord = components['schemas']['EntryRecord'];
export type ErasureReason = components['schemas']['ErasureReason'];
export type ErasureSource = components['schemas']['ErasureSource'];
export type Erratum = components['schemas']['Erratum'];
export type ErratumAgreement = components['schemas']['ErratumAgreement'];
export type ETag = components['schemas']['ETag'];
export type ExpectedStep = components['schemas']['ExpectedStep'];
export type ExplainedLetter = components['schemas']['ExplainedLetter'];
export type Feedback = components['schemas']['Feedback'];
export type FeedbackState = components['schemas']['FeedbackState'];
export type FieldError = components['schemas']['FieldError'];
export type Figure = components['schemas']['Figure'];
export type FigureKind = components['schemas']['FigureKind'];
export type FigureLabel = components['schemas']['FigureLabel'];
export type FigureLabelMap = components['schemas']['FigureLabelMap'];
export type FigureMember = components['schemas']['FigureMember'];
export type FigureMemberPage = components['schemas']['FigureMemberPage'];
export type FigureName = components['schemas']['FigureName'];
export type FigurePart = components['schemas']['FigurePart'];
export type FigureSeries = components['schemas']['FigureSeries'];
export type FirstMeeting = components['schemas']['FirstMeeting'];
export type FormerReviewer = components['schemas']['FormerReviewer'];
export type FreeingAct = components['schemas']['FreeingAct'];
export type FreeNote = components['schemas']['FreeNote'];
export type FreeNoteRequest = components['schemas']['FreeNoteRequest'];
export type FreeParagraph = components['schemas']['FreeParagraph'];
export type FreeParagraphRequest = components['schemas']['FreeParagraphRequest'];
export type FrozenText = components['schemas']['FrozenText'];
export type FurtherMeeting = components['schemas']['FurtherMeeting'];
export type FurtherStep = components['schemas']['FurtherStep'];
export type GateProjectionView = components['schemas']['GateProjectionView'];
export type GatewayMessage = components['schemas']['GatewayMessage'];
export type Gender = components['schemas']['Gender'];
export type Generation = components['schemas']['Generation'];
export type Group = components['schemas']['Group'];
export type GroupId = components['schemas']['GroupId'];
export type GroupList = components['schemas']['GroupList'];
export type GroupNumber = components['schemas']['GroupNumber'];
export type GroupPage = components['schemas']['GroupPage'];
export type GroupResumptionPreview = components['schemas']['GroupResumptionPreview'];
export type GroupStart = components['schemas']['GroupStart'];
export type GroupStartCorrected = components['schemas']['GroupStartCorrected'];
export type GroupStartCorrection = components['schemas']['GroupStartCorrection'];
export type GroupStartCorrectionOrdered = components['schemas']['GroupStartCorrectionOrdered'];
export type GroupStartDraft = components['schemas']['GroupStartDraft'];
export type GroupStartPreview = components['schemas']['GroupStartPreview'];
export type GroupStartReversal = components['schemas']['GroupStartReversal'];
export type GroupState = components['schemas']['GroupState'];
export type GroupTimeline = components['schemas']['GroupTimeline'];
export type Hash = components['schemas']['Hash'];
export type Health = components['schemas']['Health'];
export type Import = components['schemas']['Import'];
export type ImportChecked = components['schemas']['ImportChecked'];
export type ImportError = components['schemas']['ImportError'];
export type ImportId = components['schemas']['ImportId'];
export type ImportOrder = components['schemas']['ImportOrder'];
export type ImportPage = components['schemas']['ImportPage'];
export type ImportRefused = components['schemas']['ImportRefused'];
export type ImportSheet = components['schemas']['ImportSheet'];
export type ImportSheets = components['schemas']['ImportSheets'];
export type ImportState = components['schemas']['ImportState'];
export type ImportSummary = components['schemas']['ImportSummary'];
export type Instant = components['schemas']['Instant'];
export type InstitutionKind = components['schemas']['InstitutionKind'];
export type Instrument = components['schemas']['Instrument'];
export type InstrumentAddition = components['schemas']['InstrumentAddition'];
export type InstrumentLabel = components['schemas']['InstrumentLabel'];
export type InstrumentLabelMap = components['schemas']['InstrumentLabelMap'];
export type Instruments = components['schemas']['Instruments'];
export type InstrumentText = components['schemas']['InstrumentText'];
export type InvitationsAgain = components['schemas']['InvitationsAgain'];
export type InvitationsResend = components['schemas']['InvitationsResend'];
export type IssuedCalendarLink = components['schemas']['IssuedCalendarLink'];
export type JoinedSince = components['schemas']['JoinedSince'];
export type JournalEntry = components['schemas']['JournalEntry'];
export type JournalFact = components['schemas']['JournalFact'];
export type JournalFeedEntry = components['schemas']['JournalFeedEntry'];
export type JournalFeedPage = components['schemas']['JournalFeedPage'];
export type JournalHead = components['schemas']['JournalHead'];
export type JournalHeadPage = components['schemas']['JournalHeadPage'];
export type JournalId = components['schemas']['JournalId'];
export type JournalPage = components['schemas']['JournalPage'];
export type JudgedInstant = components['schemas']['JudgedInstant'];
export type KnowledgeHub = components['schemas']['KnowledgeHub'];
export type KnowledgeHubRequest = components['schemas']['KnowledgeHubRequest'];
export type LabelMap = components['schemas']['LabelMap'];
export type Labels = components['schemas']['Labels'];
export type Language = components['schemas']['Language'];
export type LanguageReach = components['schemas']['LanguageReach'];
export type LanguagesAgreed = components['schemas']['LanguagesAgreed'];
export type LanguagesCorrection = components['schemas']['LanguagesCorrection'];
export type LanguagesOfReview = components['schemas']['LanguagesOfReview'];
export type LanguagesOpen = components['schemas']['LanguagesOpen'];
export type LanguagesTried = components['schemas']['LanguagesTried'];
export type LastRecordedDay = components['schemas']['LastRecordedDay'];
export type LateAnswers = components['schemas']['LateAnswers'];
export type LateFeedback = components['schemas']['LateFeedback'];
export type LateList = components['schemas']['LateList'];
export type LateText = components['schemas']['LateText'];
export type Letter = components['schemas']['Letter'];
export type LetterAbsence = components['schemas']['LetterAbsence'];
export type LetterAbsenceReason = components['schemas']['LetterAbsenceReason'];
export type LetterDetails = components['schemas']['LetterDetails'];
export type LetterExplanation = components['schemas']['LetterExplanation'];
export type LetterForeseen = components['schemas']['LetterForeseen'];
export type LetterId = components['schemas']['LetterId'];
export type LetterKind = components['schemas']['LetterKind'];
export type LetterOutcome = components['schemas']['LetterOutcome'];
export type LetterPage = components['schemas']['LetterPage'];
export type LetterSettlement = components['schemas']['LetterSettlement'];
export type LetterState = components['schemas']['LetterState'];
export type LetterText = components['schemas']['LetterText'];
export type LetterTextState = components['schemas']['LetterTextState'];
export type ListedReason = components['schemas']['ListedReason'];
export type ListPublication = components['schemas']['ListPublication'];
export type LongText = components['schemas']['LongText'];
export type Lots = components['schemas']['Lots'];
export type LotsInTurn = components['schemas']['LotsInTurn'];
export type LotsRule = components['schemas']['LotsRule'];
export type Mandate = components['schemas']['Mandate'];
export type MandateChange = components['schemas']['MandateChange'];
export type MandateEndReason = components['schemas']['MandateEndReason'];
export type MandateId = components['schemas']['MandateId'];
export type MandateInTheWay = components['schemas']['MandateInTheWay'];
export type MandateList = components['schemas']['MandateList'];
export type MandateOffer = components['schemas']['MandateOffer'];
export type MandateOffersPage = components['schemas']['MandateOffersPage'];
export type MandateRole = components['schemas']['MandateRole'];
export type MandatesConfirmation = components['schemas']['MandatesConfirmation'];
export type MandatesConfirmed = components['schemas']['MandatesConfirmed'];
export type Me = components['schemas']['Me'];
export type Measure = components['schemas']['Measure'];
export type MeasureMember = components['schemas']['MeasureMember'];
export type MeasureMemberPage = components['schemas']['MeasureMemberPage'];
export type MeasurePart = components['schemas']['MeasurePart'];
export type MeasureView = components['schemas']['MeasureView'];
export type Meeting = components['schemas']['Meeting'];
export type MeetingMode = components['schemas']['MeetingMode'];
export type MeetingModeCorrection = components['schemas']['MeetingModeCorrection'];
export type MissingNomination = components['schemas']['MissingNomination'];
export type MissingNominationPage = components['schemas']['MissingNominationPage'];
export type MissionConfirmation = components['schemas']['MissionConfirmation'];
export type MissionCounted = components['schemas']['MissionCounted'];
export type MissionRecipient = components['schemas']['MissionRecipient'];
export type NamedDonor = components['schemas']['NamedDonor'];
export type NamedParty = components['schemas']['NamedParty'];
export type NamedPilotInitiative = components['schemas']['NamedPilotInitiative'];
export type NamedRegisterContent = components['schemas']['NamedRegisterContent'];
export type NamedStatesTrained = components['schemas']['NamedStatesTrained'];
export type NamedTrainingSession = components['schemas']['NamedTrainingSession'];
export type NamedUser = components['schemas']['NamedUser'];
export type NamedVoluntaryContribution = components['schemas']['NamedVoluntaryContribution'];
export type NextCursor = components['schemas']['NextCursor'];
export type NextReminder = components['schemas']['NextReminder'];
export type Nomination = components['schemas']['Nomination'];
export type NominationCheck = components['schemas']['NominationCheck'];
export type NominationCheckEntries = components['schemas']['NominationCheckEntries'];
export type NominationCheckEntry = components['schemas']['NominationCheckEntry'];
export type NominationDateCorrection = components['schemas']['NominationDateCorrection'];
export type NominationKind = components['schemas']['NominationKind'];
export type NominationRequest = components['schemas']['NominationRequest'];
export type NominationReversal = components['schemas']['NominationReversal'];
export type NominationsChecked = components['schemas']['NominationsChecked'];
export type Nominee = components['schemas']['Nominee'];
export type NoteVerbale = components['schemas']['NoteVerbale'];
export type Notice = components['schemas']['Notice'];
export type NoticePage = components['schemas']['NoticePage'];
export type Obligation = components['schemas']['Obligation'];
export type ObligationChoice = components['schemas']['ObligationChoice'];
export type ObligationDateCorrection = components['schemas']['ObligationDateCorrection'];
export type ObligationId = components['schemas']['ObligationId'];
export type ObligationKind = components['schemas']['ObligationKind'];
export type ObligationPage = components['schemas']['ObligationPage'];
export type ObligationState = components['schemas']['ObligationState'];
export type ObservationItem = components['schemas']['ObservationItem'];
export type ObservationItemRequest = components['schemas']['ObservationItemRequest'];
export type ObservationKind = components['schemas']['ObservationKind'];
export type ObservationMember = components['schemas']['ObservationMember'];
export type ObservationMemberPage = components['schemas']['ObservationMemberPage'];
export type ObservationPart = components['schemas']['ObservationPart'];
export type Observations = components['schemas']['Observations'];
export type ObservationsDraft = components['schemas']['ObservationsDraft'];
export type ObservationsState = components['schemas']['ObservationsState'];
export type ObservationStatistics = components['schemas']['ObservationStatistics'];
export type OfferEnd = components['schemas']['OfferEnd'];
export type OfferWithdrawal = components['schemas']['OfferWithdrawal'];
export type Office = components['schemas']['Office'];
export type OfficerAssignment = components['schemas']['OfficerAssignment'];
export type OfficeRecipient = components['schemas']['OfficeRecipient'];
export type OpeningRequest = components['schemas']['OpeningRequest'];
export type OpenLanguages = components['schemas']['OpenLanguages'];
export type OutsideAct = components['schemas']['OutsideAct'];
export type OutsideActRequest = components['schemas']['OutsideActRequest'];
export type OutsideDay = components['schemas']['OutsideDay'];
export type Pairing = components['schemas']['Pairing'];
export type PairingChanged = components['schemas']['PairingChanged'];
export type PairingPage = components['schemas']['PairingPage'];
export type PairingRecord = components['schemas']['PairingRecord'];
export type PaperCountedOnce = components['schemas']['PaperCountedOnce'];
export type PaperData = components['schemas']['PaperData'];
export type PaperDocument = components['schemas']['PaperDocument'];
export type PaperFigure = components['schemas']['PaperFigure'];
export type PaperFigurePart = components['schemas']['PaperFigurePart'];
export type PaperFigureRow = components['schemas']['PaperFigureRow'];
export type PaperFigureView = components['schemas']['PaperFigureView'];
export type PaperFormat = components['schemas']['PaperFormat'];
export type PaperKnownSum = components['schemas']['PaperKnownSum'];
export type PaperMeasure = components['schemas']['PaperMeasure'];
export type PaperRegisters = components['schemas']['PaperRegisters'];
export type PaperState = components['schemas']['PaperState'];
export type PaperTexts = components['schemas']['PaperTexts'];
export type PaperTextsInLanguage = components['schemas']['PaperTextsInLanguage'];
export type PaperTextsInLanguageRequest = components['schemas']['PaperTextsInLanguageRequest'];
export type PaperTextsRequest = components['schemas']['PaperTextsRequest'];
export type ParagraphDocument = components['schemas']['ParagraphDocument'];
export type Participation = components['schemas']['Participation'];
export type Party = components['schemas']['Party'];
export type PartyCorrectionRequest = components['schemas']['PartyCorrectionRequest'];
export type PartyDateCorrection = components['schemas']['PartyDateCorrection'];
export type PartyFeedback = components['schemas']['PartyFeedback'];
export type PartyId = components['schemas']['PartyId'];
export type PartyImport = components['schemas']['PartyImport'];
export type PartyKind = components['schemas']['PartyKind'];
export type PartyMandate = components['schemas']['PartyMandate'];
export type PartyName = components['schemas']['PartyName'];
export type PartyPage = components['schemas']['PartyPage'];
export type PartyPerson = components['schemas']['PartyPerson'];
export type PermanentMission = components['schemas']['PermanentMission'];
export type Person = components['schemas']['Person'];
export type PersonCorrection = components['schemas']['PersonCorrection'];
export type PersonCorrectionRequest = components['schemas']['PersonCorrectionRequest'];
export type PersonDetails = components['schemas']['PersonDetails'];
export type Phase = components['schemas']['Phase'];
export type PhaseArticlesBasis = components['schemas']['PhaseArticlesBasis'];
export type PhaseConfirmations = components['schemas']['PhaseConfirmations'];
export type PhaseDecision = components['schemas']['PhaseDecision'];
export type PhaseDecisionRequest = components['schemas']['PhaseDecisionRequest'];
export type PhaseDetails = components['schemas']['PhaseDetails'];
export type PhaseDrawing = components['schemas']['PhaseDrawing'];
export type PhaseGate = components['schemas']['PhaseGate'];
export type PhaseGateReviews = components['schemas']['PhaseGateReviews'];
export type PhaseGroup = components['schemas']['PhaseGroup'];
export type PhaseGroupPlanned = components['schemas']['PhaseGroupPlanned'];
export type PhaseId = components['schemas']['PhaseId'];
export type PhaseList = components['schemas']['PhaseList'];
export type PhaseOpening = components['schemas']['PhaseOpening'];
export type PhaseOpeningCorrection = components['schemas']['PhaseOpeningCorrection'];
export type PhasePreview = components['schemas']['PhasePreview'];
export type PhaseStanding = components['schemas']['PhaseStanding'];
export type PilotInitiative = components['schemas']['PilotInitiative'];
export type PresidentsList = components['schemas']['PresidentsList'];
export type PresidentsListContact = components['schemas']['PresidentsListContact'];
export type PresidentsListLetter = components['schemas']['PresidentsListLetter'];
export type PresidentsListNomination = components['schemas']['PresidentsListNomination'];
export type PresidentsListParty = components['schemas']['PresidentsListParty'];
export type PresidentsReminder = components['schemas']['PresidentsReminder'];
export type PresidentsReminderOrdered = components['schemas']['PresidentsReminderOrdered'];
export type PreviousPaper = components['schemas']['PreviousPaper'];
export type Problem = components['schemas']['Problem'];
export type ProblemText = components['schemas']['ProblemText'];
export type ProblemTextMap = components['schemas']['ProblemTextMap'];
export type ProjectedStep = components['schemas']['ProjectedStep'];
export type ProjectionPoint = components['schemas']['ProjectionPoint'];
export type ProjectionSeries = components['schemas']['ProjectionSeries'];
export type ProjectionState = components['schemas']['ProjectionState'];
export type Publication = components['schemas']['Publication'];
export type PublicationConsent = components['schemas']['PublicationConsent'];
export type PublicationOrder = components['schemas']['PublicationOrder'];
export type PublicationPage = components['schemas']['PublicationPage'];
export type PublicationSummary = components['schemas']['PublicationSummary'];
export type PublishedAddition = components['schemas']['PublishedAddition'];
export type PublishedEntry = components['schemas']['PublishedEntry'];
export type PublishedFeedback = components['schemas']['PublishedFeedback'];
export type PublishedPaper = components['schemas']['PublishedPaper'];
export type PublishedPaperPage = components['schemas']['PublishedPaperPage'];
export type PublishedPart = components['schemas']['PublishedPart'];
export type PublishedRedraw = components['schemas']['PublishedRedraw'];
export type PublishedText = components['schemas']['PublishedText'];
export type QuestionnaireClock = components['schemas']['QuestionnaireClock'];
export type Recipient = components['schemas']['Recipient'];
export type RecipientOutcome = components['schemas']['RecipientOutcome'];
export type RecordedName = components['schemas']['RecordedName'];
export type RecordedTopic = components['schemas']['RecordedTopic'];
export type RecordingRequest = components['schemas']['RecordingRequest'];
export type Redraw = components['schemas']['Redraw'];
export type RedrawAsked = components['schemas']['RedrawAsked'];
export type RedrawRecord = components['schemas']['RedrawRecord'];
export type RedrawRequest = components['schemas']['RedrawRequest'];
export type RedrawRequestDateCorrection = components['schemas']['RedrawRequestDateCorrection'];
export type RefusedItem = components['schemas']['RefusedItem'];
export type RegionalGroup = components['schemas']['RegionalGroup'];
export type Register = components['schemas']['Register'];
export type RegisterContent = components['schemas']['RegisterContent'];
export type RegisterCorrection = components['schemas']['RegisterCorrection'];
export type RegisterCount = components['schemas']['RegisterCount'];
export type RegisterCountPart = components['schemas']['RegisterCountPart'];
export type RegisterCountView = components['schemas']['RegisterCountView'];
export type RegisterCountYear = components['schemas']['RegisterCountYear'];
export type RegisteredReason = components['schemas']['RegisteredReason'];
export type RegisterEntry = components['schemas']['RegisterEntry'];
export type RegisterEntryId = components['schemas']['RegisterEntryId'];
export type RegisterEntryPage = components['schemas']['RegisterEntryPage'];
export type RegisterEntryReversal = components['schemas']['RegisterEntryReversal'];
export type RegisterMemberPage = components['schemas']['RegisterMemberPage'];
export type RegisterStatistics = components['schemas']['RegisterStatistics'];
export type RegisterWithdrawal = components['schemas']['RegisterWithdrawal'];
export type ReminderAhead = components['schemas']['ReminderAhead'];
export type ReminderPlan = components['schemas']['ReminderPlan'];
export type ReminderPlanChange = components['schemas']['ReminderPlanChange'];
export type RemindersOfDuty = components['schemas']['RemindersOfDuty'];
export type ReminderStepName = components['schemas']['ReminderStepName'];
export type Removal = components['schemas']['Removal'];
export type Replacement = components['schemas']['Replacement'];
export type Resumption = components['schemas']['Resumption'];
export type ReturnRequest = components['schemas']['ReturnRequest'];
export type Review = components['schemas']['Review'];
export type ReviewAction = components['schemas']['ReviewAction'];
export type ReviewBin = components['schemas']['ReviewBin'];
export type ReviewCorrection = components['schemas']['ReviewCorrection'];
export type ReviewDateCorrection = components['schemas']['ReviewDateCorrection'];
export type ReviewDiscontinued = components['schemas']['ReviewDiscontinued'];
export type Reviewer = components['schemas']['Reviewer'];
export type ReviewId = components['schemas']['ReviewId'];
export type ReviewIds = components['schemas']['ReviewIds'];
export type ReviewPage = components['schemas']['ReviewPage'];
export type ReviewSummary = components['schemas']['ReviewSummary'];
export type ReviewTimeline = components['schemas']['ReviewTimeline'];
export type ReviewTouched = components['schemas']['ReviewTouched'];
export type RightDay = components['schemas']['RightDay'];
export type RoundDateCorrection = components['schemas']['RoundDateCorrection'];
export type Seat = components['schemas']['Seat'];
export type SeatedReason = components['schemas']['SeatedReason'];
export type SeatRole = components['schemas']['SeatRole'];
export type SeatVacated = components['schemas']['SeatVacated'];
export type SecondFactorState = components['schemas']['SecondFactorState'];
export type ServiceRole = components['schemas']['ServiceRole'];
export type ServingDeferral = components['schemas']['ServingDeferral'];
export type SettlementOutcome = components['schemas']['SettlementOutcome'];
export type SettlementRequest = components['schemas']['SettlementRequest'];
export type Share = components['schemas']['Share'];
export type SheetCounted = components['schemas']['SheetCounted'];
export type SkipReason = components['schemas']['SkipReason'];
export type Source = components['schemas']['Source'];
export type SourceKind = components['schemas']['SourceKind'];
export type SourceRequest = components['schemas']['SourceRequest'];
export type Stage = components['schemas']['Stage'];
export type StageCounted = components['schemas']['StageCounted'];
export type StakeholderTraining = components['schemas']['StakeholderTraining'];
export type StakeholderTrainingRequest = components['schemas']['StakeholderTrainingRequest'];
export type StalledReviewsView = components['schemas']['StalledReviewsView'];
export type StartDay = components['schemas']['StartDay'];
export type StatesTrained = components['schemas']['StatesTrained'];
export type Statistics = components['schemas']['Statistics'];
export type StatusPaper = components['schemas']['StatusPaper'];
export type StatusPaperId = components['schemas']['StatusPaperId'];
export type StatusPaperOrder = components['schemas']['StatusPaperOrder'];
export type StatusPaperPage = components['schemas']['StatusPaperPage'];
export type StoredText = components['schemas']['StoredText'];
export type StoredTextPage = components['schemas']['StoredTextPage'];
export type StoredTextSummary = components['schemas']['StoredTextSummary'];
export type SubmissionRecord = components['schemas']['SubmissionRecord'];
export type SuppressedAddress = components['schemas']['SuppressedAddress'];
export type SuppressedAddressPage = components['schemas']['SuppressedAddressPage'];
export type SuppressionReason = components['schemas']['SuppressionReason'];
export type Text = components['schemas']['Text'];
export type TextId = components['schemas']['TextId'];
export type TextObstacle = components['schemas']['TextObstacle'];
export type TextsByLanguage = components['schemas']['TextsByLanguage'];
export type TextsByLanguageRequest = components['schemas']['TextsByLanguageRequest'];
export type TextTaken = components['schemas']['TextTaken'];
export type TextToStore = components['schemas']['TextToStore'];
export type TextUsed = components['schemas']['TextUsed'];
export type TextVersion = components['schemas']['TextVersion'];
export type TimelineDue = components['schemas']['TimelineDue'];
export type TimelineEvent = components['schemas']['TimelineEvent'];
export type TimelineStep = components['schemas']['TimelineStep'];
export type TrainingLanguage = components['schemas']['TrainingLanguage'];
export type TrainingSession = components['schemas']['TrainingSession'];
export type TranslationNeed = components['schemas']['TranslationNeed'];
export type TranslationNeedOutcome = components['schemas']['TranslationNeedOutcome'];
export type TranslationNeedOutcomeRequest = components['schemas']['TranslationNeedOutcomeRequest'];
export type TranslationNeedRequest = components['schemas']['TranslationNeedRequest'];
export type TranslationOutcome = components['schemas']['TranslationOutcome'];
export type UnfilledPairing = components['schemas']['UnfilledPairing'];
export type User = components['schemas']['User'];
export type UserAccess = components['schemas']['UserAccess'];
export type UserClosure = components['schemas']['UserClosure'];
export type UserCorrection = components['schemas']['UserCorrection'];
export type UserErasure = components['schemas']['UserErasure'];
export type UserId = components['schemas']['UserId'];
export type UserPage = components['schemas']['UserPage'];
export type UserRecipient = components['schemas']['UserRecipient'];
export type UserRegistration = components['schemas']['UserRegistration'];
export type UserRole = components['schemas']['UserRole'];
export type Version = components['schemas']['Version'];
export type VersionDateCorrection = components['schemas']['VersionDateCorrection'];
export type VisibleName = components['schemas']['VisibleName'];
export type VoluntaryContribution = components['schemas']['VoluntaryContribution'];
export type Work = components['schemas']['Work'];
export type WorkItem = components['schemas']['WorkItem'];
export type WorkKind = components['schemas']['WorkKind'];
export type WorklistPage = components['schemas']['WorklistPage'];
export type WorkState = components['schemas']['WorkState'];
export type WorkWords = components['schemas']['WorkWords'];
export type WorkWordsMap = components['schemas']['WorkWordsMap'];
export type ResponseNotFoundPage = components['responses']['NotFoundPage'];
export type ResponseNotModified = components['responses']['NotModified'];
export type ResponseRefused = components['responses']['Refused'];
export type ParameterAcceptLanguage = components['parameters']['AcceptLanguage'];
export type ParameterAccess = components['parameters']['Access'];
export type ParameterAggregateKind = components['parameters']['AggregateKind'];
export type ParameterArticle = components['parameters']['Article'];
export type ParameterAsAt = components['parameters']['AsAt'];
export type ParameterBulletinId = components['parameters']['BulletinId'];
export type ParameterCluster = components['parameters']['Cluster'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterCycle = components['parameters']['Cycle'];
export type ParameterDate = components['parameters']['Date'];
export type ParameterDueFrom = components['parameters']['DueFrom'];
export type ParameterDueTo = components['parameters']['DueTo'];
export type ParameterEntryId = components['parameters']['EntryId'];
export type ParameterFigureKind = components['parameters']['FigureKind'];
export type ParameterFigureName = components['parameters']['FigureName'];
export type ParameterFormatHtmlOrMarkdownOrJsonOrDocx = components['parameters']['FormatHtmlOrMarkdownOrJsonOrDocx'];
export type ParameterFormatJsonOrCsv = components['parameters']['FormatJsonOrCsv'];
export type ParameterFormatJsonOrHtml = components['parameters']['FormatJsonOrHtml'];
export type ParameterFormatJsonOrSvgOrCsv = components['parameters']['FormatJsonOrSvgOrCsv'];
export type ParameterFrom = components['parameters']['From'];
export type ParameterGetLetterInclude = components['parameters']['GetLetterInclude'];
export type ParameterGetPublicationVersion = components['parameters']['GetPublicationVersion'];
export type ParameterGetTextVersion = components['parameters']['GetTextVersion'];
export type ParameterGroup = components['parameters']['Group'];
export type ParameterGroupId = components['parameters']['GroupId'];
export type ParameterGroups = components['parameters']['Groups'];
export type ParameterHash = components['parameters']['Hash'];
export type ParameterId = components['parameters']['Id'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIdempotencyKeyOptional = components['parameters']['IdempotencyKeyOptional'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfMatchOptional = components['parameters']['IfMatchOptional'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type ParameterImportId = components['parameters']['ImportId'];
export type ParameterInstrumentInPath = components['parameters']['InstrumentInPath'];
export type ParameterInstrumentInQuery = components['parameters']['InstrumentInQuery'];
export type ParameterKnownOn = components['parameters']['KnownOn'];
export type ParameterLanguageInPath = components['parameters']['LanguageInPath'];
export type ParameterLanguageInQuery = components['parameters']['LanguageInQuery'];
export type ParameterLetterId = components['parameters']['LetterId'];
export type ParameterLetterKind = components['parameters']['LetterKind'];
export type ParameterLetterState = components['parameters']['LetterState'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterLink = components['parameters']['Link'];
export type ParameterListLettersInclude = components['parameters']['ListLettersInclude'];
export type ParameterMandateId = components['parameters']['MandateId'];
export type ParameterMeasure = components['parameters']['Measure'];
export type ParameterMonth = components['parameters']['Month'];
export type ParameterNewDate = components['parameters']['NewDate'];
export type ParameterNominationKind = components['parameters']['NominationKind'];
export type ParameterNumber = components['parameters']['Number'];
export type ParameterObligation = components['parameters']['Obligation'];
export type ParameterObligationChoice = components['parameters']['ObligationChoice'];
export type ParameterObligationId = components['parameters']['ObligationId'];
export type ParameterObligationKind = components['parameters']['ObligationKind'];
export type ParameterObservationKind = components['parameters']['ObservationKind'];
export type ParameterOfficer = components['parameters']['Officer'];
export type ParameterOutcome = components['parameters']['Outcome'];
export type ParameterOverdue = components['parameters']['Overdue'];
export type ParameterPaperFigure = components['parameters']['PaperFigure'];
export type ParameterPaperId = components['parameters']['PaperId'];
export type ParameterParty = components['parameters']['Party'];
export type ParameterPartyId = components['parameters']['PartyId'];
export type ParameterPhaseId = components['parameters']['PhaseId'];
export type ParameterRegionalGroup = components['parameters']['RegionalGroup'];
export type ParameterRegisterInPath = components['parameters']['RegisterInPath'];
export type ParameterRegisterInQuery = components['parameters']['RegisterInQuery'];
export type ParameterReview = components['parameters']['Review'];
export type ParameterReviewBin = components['parameters']['ReviewBin'];
export type ParameterReviewId = components['parameters']['ReviewId'];
export type ParameterRole = components['parameters']['Role'];
export type ParameterSeat = components['parameters']['Seat'];
export type ParameterSince = components['parameters']['Since'];
export type ParameterSort = components['parameters']['Sort'];
export type ParameterStageInQuery = components['parameters']['StageInQuery'];
export type ParameterTextId = components['parameters']['TextId'];
export type ParameterTextLanguage = components['parameters']['TextLanguage'];
export type ParameterTo = components['parameters']['To'];
export type ParameterUserId = components['parameters']['UserId'];
export type ParameterWorkKind = components['parameters']['WorkKind'];
export type HeaderCachedETag = components['headers']['CachedETag'];
export type HeaderContentLanguage = components['headers']['ContentLanguage'];
export type HeaderCurrentETag = components['headers']['CurrentETag'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderHelpLink = components['headers']['HelpLink'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderPollAfter = components['headers']['PollAfter'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The system answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "stage": "dev",
                     *       "now": "2020-12-01T07:50:00.002Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listBulletins: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bulletins. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "b-01eren1g1jjhe90s1t0cv4wvar",
                     *           "state": "sent",
                     *           "subject": "Briefing for {{party}}",
                     *           "preview": "286548d1f2cc67346955487153e12075f83f0b4c5bb733183fcd6d167f0ebf61",
                     *           "recipients": 4,
                     *           "orderedBy": "u-01eremf6203dme952qmx48mpze",
                     *           "orderedAt": "2020-12-01T08:00:00.050Z",
                     *           "sendAt": "2020-12-01T08:00:00.050Z",
                     *           "releasedAt": "2020-12-01T08:00:00.050Z",
                     *           "rounds": [
                     *             {
                     *               "recipients": 4,
                     *               "at": "2020-12-01T08:00:00.050Z"
                     *             }
                     *           ],
                     *           "work": {
                     *             "state": "done"
                     *           },
                     *           "version": 2,
                     *           "orderedByName": "Secretariat (made up)"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulletinPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    orderBulletin: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulletinOrder"];
            };
        };
        responses: {
            /** @description The bulletin is ordered; its letters follow. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getBulletin: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulletin. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b-01erf9mntfh7z9edgkdsdww4tf",
                     *       "state": "sent",
                     *       "subject": "Briefing",
                     *       "preview": "165757800ec317ba59c9a59a5c6dc3bb5117dbfb157e77ee0f9a7a77a19b299c",
                     *       "recipients": 190,
                     *       "orderedBy": "u-01eremf6203dme952qmx48mpze",
                     *       "orderedAt": "2020-12-01T14:00:00.079Z",
                     *       "sendAt": "2020-12-01T14:00:00.079Z",
                     *       "approvedBy": "u-01eremf620h3e5fgywvapa7q41",
                     *       "releasedAt": "2020-12-01T14:00:00.080Z",
                     *       "rounds": [
                     *         {
                     *           "recipients": 190,
                     *           "at": "2020-12-01T14:00:00.079Z"
                     *         }
                     *       ],
                     *       "work": {
                     *         "state": "done",
                     *         "progress": {
                     *           "done": 190,
                     *           "of": 190
                     *         }
                     *       },
                     *       "version": 5,
                     *       "actions": [
                     *         {
                     *           "action": "bulletin.resend",
                     *           "operationId": "resendBulletin",
                     *           "method": "POST",
                     *           "path": "/v1/bulletins/b-01erf9mntfh7z9edgkdsdww4tf/resend"
                     *         }
                     *       ],
                     *       "audience": {
                     *         "roles": [
                     *           "mission"
                     *         ]
                     *       },
                     *       "text": {
                     *         "body": "In Vienna.",
                     *         "subject": "Briefing"
                     *       },
                     *       "texts": {
                     *         "en": {
                     *           "body": "In Vienna.",
                     *           "subject": "Briefing"
                     *         }
                     *       },
                     *       "fallback": [
                     *         "en"
                     *       ],
                     *       "progress": {
                     *         "recipients": 190,
                     *         "sent": 20,
                     *         "skipped": 170,
                     *         "failed": 0,
                     *         "unknown": 0,
                     *         "waiting": 0,
                     *         "delivered": 20,
                     *         "bounced": 0,
                     *         "complained": 0,
                     *         "toSettle": 0
                     *       },
                     *       "orderedByName": "Secretariat (made up)",
                     *       "approvedByName": "A second person of the secretariat"
                     *     }
                     */
                    "application/json": components["schemas"]["BulletinDetails"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    approveBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulletin, which is approved. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    cancelBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulletin, which was given up. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listBulletinRecipients: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description What came of it */
                outcome?: components["parameters"]["Outcome"];
            };
            header?: never;
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of recipients. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["BulletinRecipientPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    resendBulletin: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulletin, of which another sending begins. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    resumeBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulletin, which continues. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    settleBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The bulletin, by its id */
                bulletinId: components["parameters"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "send-again"
                 *     }
                 */
                "application/json": components["schemas"]["SettlementRequest"];
            };
        };
        responses: {
            /** @description The bulletin, whose letters are settled. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    previewBulletin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulletinDraft"];
            };
        };
        responses: {
            /** @description What the bulletin would be if it were ordered now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hash": "71fcfcf8bdac8f3ad65f927706ab9afcad0d238bd8479ddb854ca7b54bd00946",
                     *       "recipients": 91,
                     *       "withoutAddress": 0,
                     *       "needsApproval": false,
                     *       "expiresAt": "2020-12-02T08:00:00.089Z",
                     *       "items": [
                     *         {
                     *           "recipient": {
                     *             "kind": "user",
                     *             "user": "u-01eren1g02kxx317qmpq3r9mpw",
                     *             "personName": "The focal-point of AT"
                     *           },
                     *           "party": "AT",
                     *           "reviews": [
                     *             "c1-AT"
                     *           ],
                     *           "clusters": [
                     *             1
                     *           ],
                     *           "reason": {
                     *             "code": "seated",
                     *             "as": "focal-point",
                     *             "party": "AT",
                     *             "reviews": [
                     *               "c1-AT"
                     *             ]
                     *           },
                     *           "language": "en",
                     *           "languagesTried": [],
                     *           "partyName": "Austria"
                     *         }
                     *       ],
                     *       "languages": [
                     *         {
                     *           "language": "en",
                     *           "recipients": 91,
                     *           "readingAnother": 0
                     *         }
                     *       ],
                     *       "samples": [
                     *         {
                     *           "recipient": {
                     *             "kind": "user",
                     *             "user": "u-01eren1g02kxx317qmpq3r9mpw",
                     *             "personName": "The focal-point of AT"
                     *           },
                     *           "language": "en",
                     *           "subject": "Briefing for Austria [RM/b-00000000000000000000000000]",
                     *           "text": "Secretariat of the Mechanism for the Review of the Implementation of the\nUnited Nations Convention against Transnational…",
                     *           "html": "<!doctype html>\n<html lang=\"en\" dir=\"ltr\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" x…"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulletinPreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPreviewRecipients: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The language in which the recipients would be written to */
                textLanguage?: components["parameters"]["TextLanguage"];
            };
            header?: never;
            path: {
                /** @description SHA-256 in hexadecimal digits */
                hash: components["parameters"]["Hash"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of recipients. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "recipient": {
                     *             "kind": "mission",
                     *             "party": "AD",
                     *             "partyName": "Andorra"
                     *           },
                     *           "party": "AD",
                     *           "reviews": [],
                     *           "clusters": [],
                     *           "reason": {
                     *             "as": "mission",
                     *             "code": "registered",
                     *             "party": "AD"
                     *           },
                     *           "partyName": "Andorra"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AddresseePage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags at hand; 304 where one of them still holds */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The secret of the link, with `.ics` behind it */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    ETag: components["headers"]["CachedETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     PRODID:-//Review mechanism//Dates//EN
                     *     METHOD:PUBLISH
                     *     NAME:Review mechanism – dates: France
                     *     X-WR-CALNAME:Review mechanism – dates: France
                     *     REFRESH-INTERVAL;VALUE=DURATION:PT4H
                     *     X-PUBLISHED-TTL:PT4H
                     *     END:VCALENDAR
                     */
                    "text/calendar": string;
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Refused"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The party, by its code */
                party?: components["parameters"]["Party"];
                /** @description The review */
                review?: components["parameters"]["Review"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "party": "IT",
                     *           "number": 3,
                     *           "way": "call",
                     *           "contactedOn": "2020-12-01",
                     *           "officer": "u-01eremf620bzsay7thdyghk7hm",
                     *           "outcome": "informed",
                     *           "recordedAt": "2020-12-01T08:00:00.014Z",
                     *           "partyName": "Italy",
                     *           "officerName": "Secretariat (made up)"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordContacts: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactEntries"];
            };
        };
        responses: {
            /** @description The contacts were recorded, in the order of the list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contacts": [
                     *         {
                     *           "party": "GR",
                     *           "number": 1,
                     *           "way": "call",
                     *           "contactedOn": "2020-12-01",
                     *           "officer": "u-01eremf620nby4wn23dtsrtqzb",
                     *           "outcome": "informed",
                     *           "recordedAt": "2020-12-01T08:00:00.044Z",
                     *           "partyName": "Grèce",
                     *           "officerName": "Secretariat (made up)"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ContactsRecorded"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCountryProfile: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public of the party. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "party": "FR",
                     *       "focalPointInstitutions": [
                     *         "Bureau « coopération » <b>"
                     *       ],
                     *       "office": {
                     *         "email": "bureau@fr.example.org",
                     *         "institution": "Bureau « coopération » <b>",
                     *         "telephone": "+33 1 00 00 00 00"
                     *       },
                     *       "reviews": [
                     *         {
                     *           "review": "c1-FR",
                     *           "cluster": 1,
                     *           "group": "c1-g2",
                     *           "stage": "scheduled"
                     *         }
                     *       ],
                     *       "redraws": {
                     *         "asked": 0,
                     *         "most": 4
                     *       },
                     *       "partyName": "France"
                     *     }
                     */
                    "application/json": components["schemas"]["CountryProfile"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCurrentFigures: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures of this moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2020-12-01T08:00:00.197Z",
                     *       "figures": [
                     *         {
                     *           "figure": "reviews",
                     *           "counts": "reviews",
                     *           "sources": [
                     *             "S23",
                     *             "D"
                     *           ],
                     *           "total": 7,
                     *           "kindsOverlap": false,
                     *           "parts": [
                     *             {
                     *               "cluster": 1,
                     *               "count": 7
                     *             }
                     *           ],
                     *           "definition": "每项审议只计入一个阶段；已退出《公约》的缔约方的审议单独列出。"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CurrentFigures"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listFigureMembers: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description What is counted for this kind of obligation or blocker alone */
                kind?: components["parameters"]["FigureKind"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The party, by its code */
                party?: components["parameters"]["Party"];
                /** @description The stage of the review */
                stage?: components["parameters"]["ReviewBin"];
            };
            header?: never;
            path: {
                /** @description The figure, by its name */
                figure: components["parameters"]["FigureName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what the figure counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "figure": "blockers",
                     *       "asOf": "2021-03-01T09:00:00.089Z",
                     *       "count": 1,
                     *       "items": [
                     *         {
                     *           "review": "c1-IE",
                     *           "cluster": 1,
                     *           "group": "c1-g1",
                     *           "stage": "observations",
                     *           "kind": "publication",
                     *           "since": "2021-01-04T09:00:00.006Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FigureMemberPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getGateProjection: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrSvgOrCsv"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure, as its numbers or drawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asAt": "2020-12-01",
                     *       "cluster": 1,
                     *       "groups": [
                     *         "c1-g1"
                     *       ],
                     *       "percent": 70,
                     *       "concluded": 0,
                     *       "of": 4,
                     *       "needed": 3,
                     *       "state": "too-little",
                     *       "withoutPace": 0,
                     *       "steps": [
                     *         {
                     *           "step": "nomination",
                     *           "passed": 0
                     *         }
                     *       ],
                     *       "points": [
                     *         {
                     *           "series": "concluded",
                     *           "day": "2020-12-01",
                     *           "concluded": 0
                     *         }
                     *       ],
                     *       "method": "Of each step the lower quartile, the median and the upper quartile are taken of the days that reviews of the group took …",
                     *       "assumptions": [
                     *         "Steps take as long as they took before.",
                     *         "Only steps that were passed count: where slow reviews are still in a step, it takes longer than projected."
                     *       ],
                     *       "sources": [
                     *         "S24",
                     *         "S25"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GateProjectionView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPaperFigure: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrSvgOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The figure, by its name */
                figure: components["parameters"]["PaperFigure"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure, as its numbers or drawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperFigureView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getStalledReviews: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrSvgOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure, as its numbers or drawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asAt": "2021-01-20",
                     *       "underWay": 4,
                     *       "stalled": 4,
                     *       "freedByOneAct": 2,
                     *       "waits": [
                     *         {
                     *           "act": "focal-point",
                     *           "reviews": 4,
                     *           "alone": 2
                     *         }
                     *       ],
                     *       "acts": [
                     *         {
                     *           "rank": 1,
                     *           "tied": true,
                     *           "act": "focal-point",
                     *           "frees": 1,
                     *           "neededIn": 1
                     *         }
                     *       ],
                     *       "furtherActs": {
                     *         "acts": 0,
                     *         "frees": 0
                     *       },
                     *       "sources": [
                     *         "S15",
                     *         "S17"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StalledReviewsView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "c1-g1",
                     *           "cluster": 1,
                     *           "group": 1,
                     *           "state": "started",
                     *           "plannedFor": "2020-12-01",
                     *           "startedOn": "2020-12-01",
                     *           "behindPlan": false,
                     *           "reviews": 4,
                     *           "version": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getGroup: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctGroupStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "start",
                 *       "to": "2020-12-02",
                 *       "reason": "The day of the note verbale was recorded."
                 *     }
                 */
                "application/json": components["schemas"]["GroupStartCorrection"];
            };
        };
        responses: {
            /** @description The group with the corrected day, which its reviews take over one after the other; or with the correction that waits for a second person. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    resumeReminders: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "preview": "3f1c0d6b5a4e39282716f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0"
                 *     }
                 */
                "application/json": components["schemas"]["Resumption"];
            };
        };
        responses: {
            /** @description The group, whose reviews follow right after. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    previewResumption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the resumption would send. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "group": "c4-g1",
                     *       "hash": "52386564f4fba8ea390792933e9fcc59fc24ee82638ca4a599bc6ff04b101597",
                     *       "lettersAt": "2020-12-23T08:00:00.000Z",
                     *       "letters": 29,
                     *       "missions": [
                     *         {
                     *           "party": "AE",
                     *           "partyName": "United Arab Emirates"
                     *         }
                     *       ],
                     *       "withoutAddress": [
                     *         {
                     *           "party": "AD",
                     *           "partyName": "Andorra"
                     *         }
                     *       ],
                     *       "focalPoints": 15,
                     *       "invitations": 15
                     *     }
                     */
                    "application/json": components["schemas"]["GroupResumptionPreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    startGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startedOn": "2020-12-01",
                 *       "preview": "3f1c0d6b5a4e39282716f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0"
                 *     }
                 */
                "application/json": components["schemas"]["GroupStart"];
            };
        };
        responses: {
            /** @description The start is taken: the reviews of the group start one after the other, or it waits for a second person. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    approveGroupStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group, whose reviews start one after the other. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    previewGroupStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startedOn": "2020-12-01"
                 *     }
                 */
                "application/json": components["schemas"]["GroupStartDraft"];
            };
        };
        responses: {
            /** @description What the start would bring about if it were ordered now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "group": "c4-g1",
                     *       "hash": "692d96e02877bc7023ea64d50905286cd690d616107bf85bd789c8d737c9bc8a",
                     *       "startedOn": "2020-12-14",
                     *       "plannedFor": "2022-12-01",
                     *       "daysOffPlan": 717,
                     *       "beforePlan": true,
                     *       "needsApproval": true,
                     *       "lettersAt": "2020-12-15T08:00:00.000Z",
                     *       "letterKind": "nomination-reminder",
                     *       "letters": 13,
                     *       "missions": [
                     *         {
                     *           "party": "BB",
                     *           "letters": 1,
                     *           "partyName": "Barbados"
                     *         }
                     *       ],
                     *       "withoutAddress": [
                     *         {
                     *           "party": "BT",
                     *           "partyName": "Bhutan"
                     *         }
                     *       ],
                     *       "joinedSince": [
                     *         {
                     *           "review": "c4-IE",
                     *           "cluster": 4,
                     *           "party": "IE",
                     *           "instruments": [
                     *             "FP"
                     *           ],
                     *           "partyName": "Ireland"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GroupStartPreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reverseGroupStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "start",
                 *       "reason": "The plenary has set another day."
                 *     }
                 */
                "application/json": components["schemas"]["GroupStartReversal"];
            };
        };
        responses: {
            /** @description The group: planned again or on its way there, or as it was without the order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description The group: planned again or on its way there, or as it was without the order. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getGroupTimeline: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The group, by its id */
                groupId: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each step with the day by which it was expected, and how many reviews are behind. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "group": "c1-g1",
                     *       "cluster": 1,
                     *       "plannedFor": "2020-12-01",
                     *       "asOf": "2020-12-01T08:00:00.288Z",
                     *       "reviews": 4,
                     *       "steps": [
                     *         {
                     *           "step": "nomination",
                     *           "expectedOn": "2020-12-29",
                     *           "passed": 0,
                     *           "behind": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GroupTimeline"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Imports, page by page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "i-48a0ab2be2e2448f47c618f4840e65d698f47d34",
                     *           "state": "applied",
                     *           "orderedBy": "u-01eremf668d3wmqz4zezjhqe15",
                     *           "orderedAt": "2020-12-01T07:50:03.982Z",
                     *           "appliedAt": "2020-12-01T07:50:05.078Z",
                     *           "work": {
                     *             "state": "done",
                     *             "progress": {
                     *               "done": 7,
                     *               "of": 7
                     *             }
                     *           },
                     *           "groups": [
                     *             "c4-g1",
                     *             "c4-g2"
                     *           ],
                     *           "people": 25,
                     *           "version": 2,
                     *           "orderedByName": "Secretariat (made up)"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    orderImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "Files of the secretariat",
                 *       "dryRun": true,
                 *       "sheets": {
                 *         "redraws": {
                 *           "csv": "party,asked\nFR,1\nPE,2"
                 *         },
                 *         "missions": {
                 *           "rows": [
                 *             {
                 *               "party": "FR",
                 *               "address": "mission@fr.example.org",
                 *               "language": "fr",
                 *               "place": "Vienna"
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ImportOrder"];
            };
        };
        responses: {
            /** @description What comes of it, or would, and what is wrong with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportChecked"];
                };
            };
            /** @description What comes of it, or would, and what is wrong with it. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportChecked"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getImport: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description An import, by the hash of what it holds: the same content is the same import */
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "i-48a0ab2be2e2448f47c618f4840e65d698f47d34",
                     *       "state": "applied",
                     *       "orderedBy": "u-01eremf668d3wmqz4zezjhqe15",
                     *       "orderedAt": "2020-12-01T07:50:03.982Z",
                     *       "appliedAt": "2020-12-01T07:50:05.078Z",
                     *       "work": {
                     *         "state": "done",
                     *         "progress": {
                     *           "done": 7,
                     *           "of": 7
                     *         }
                     *       },
                     *       "groups": [
                     *         "c4-g1",
                     *         "c4-g2"
                     *       ],
                     *       "people": 25,
                     *       "version": 2,
                     *       "orderedByName": "Secretariat (made up)"
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    resendInvitations: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationsResend"];
            };
        };
        responses: {
            /** @description The invitations are on their way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": [
                     *         {
                     *           "user": "u-01eren1g01g9af32h71n47ztw5",
                     *           "personName": "A second officer"
                     *         }
                     *       ],
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["InvitationsAgain"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listJournalFeed: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The month in UTC, like 2020-12 */
                month: components["parameters"]["Month"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "by": "load",
                     *           "facts": [
                     *             {
                     *               "happenedAt": "2020-12-01T07:50:00.000Z",
                     *               "kind": "mission-contacts-set",
                     *               "party": "US"
                     *             }
                     *           ],
                     *           "hash": "c87b4c7c8806b8a8be2eb707331c7ad04b0876c588a4dbe36ca31be7c94d4cbe",
                     *           "previous": "27c7f6873261670b85abf8d96f47143f98993c35aae902ba406d39a805acda55",
                     *           "recordedAt": "2020-12-01T07:50:00.000Z",
                     *           "subject": "party#US",
                     *           "version": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalFeedPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listJournalHeads: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description What the journals are of */
                kind: components["parameters"]["AggregateKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "AD",
                     *           "version": 1,
                     *           "hash": "e6f398ee5962d0e94998689e127d426042cddde477f15700e4e6097bfb62d443"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalHeadPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getJournal: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The id, by which it is named elsewhere */
                id: components["parameters"]["Id"];
                /** @description What the journals are of */
                kind: components["parameters"]["AggregateKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "by": "load",
                     *           "facts": [
                     *             {
                     *               "happenedAt": "2020-12-01T07:50:00.000Z",
                     *               "kind": "user-registered",
                     *               "role": "secretariat",
                     *               "sub": "sub-of-second.secretariat@example.org",
                     *               "user": "u-01eremf6207z5hpwmqvqfp38vh"
                     *             }
                     *           ],
                     *           "hash": "7ddbb2710c57aec3f1750962baa038a10538a775d8031a053ea21c6b2ca06d72",
                     *           "previous": "",
                     *           "recordedAt": "2020-12-01T07:50:00.000Z",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    verifyJournal: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The id, by which it is named elsewhere */
                id: components["parameters"]["Id"];
                /** @description What the journals are of */
                kind: components["parameters"]["AggregateKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "review#c1-GR",
                     *       "entries": 8,
                     *       "intact": true,
                     *       "lastHash": "e24d4eccb8b9c8a52548661a29c1f95ded8cd9a3afba3310d6b81b6a74170c7d"
                     *     }
                     */
                    "application/json": components["schemas"]["ChainVerification"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getLabels: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description ETags at hand; 304 where one of them still holds */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The labels in the language that was chosen. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    ETag: components["headers"]["CachedETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "language": "zh",
                     *       "dir": "ltr",
                     *       "translationNote": "这些文字由本项目自行译自英文，未经专业翻译人员审阅。",
                     *       "stages": {
                     *         "scheduled": "已排定"
                     *       },
                     *       "instruments": {
                     *         "UNTOC": {
                     *           "name": "《联合国打击跨国有组织犯罪公约》",
                     *           "short": "《有组织犯罪公约》"
                     *         }
                     *       },
                     *       "clusters": {
                     *         "1": "刑事定罪和管辖权"
                     *       },
                     *       "regionalGroups": {
                     *         "AFRICAN": "非洲国家组"
                     *       },
                     *       "languages": {
                     *         "ar": "阿拉伯文"
                     *       },
                     *       "userRoles": {
                     *         "secretariat": "秘书处"
                     *       },
                     *       "userAccess": {
                     *         "open": "开放"
                     *       },
                     *       "mandateRoles": {
                     *         "focal-point": "联络人"
                     *       },
                     *       "lotsRules": {
                     *         "seats": "受审议缔约方占有其唯一席位，涵盖其已加入的全部文书"
                     *       },
                     *       "seatRoles": {},
                     *       "obligations": {},
                     *       "delayReasons": {},
                     *       "mandateEndReasons": {},
                     *       "obligationStates": {},
                     *       "obligationChoices": {},
                     *       "nominationKinds": {},
                     *       "dispensableKinds": {},
                     *       "decisionBodies": {},
                     *       "sourceKinds": {},
                     *       "clarificationStates": {},
                     *       "correctableDates": {},
                     *       "meetingModes": {},
                     *       "languagesOpen": {},
                     *       "questionnaireClocks": {},
                     *       "publishedParts": {},
                     *       "draftKinds": {},
                     *       "groupStates": {},
                     *       "phaseStandings": {},
                     *       "articlesBases": {},
                     *       "workStates": {},
                     *       "importStates": {},
                     *       "paperStates": {},
                     *       "paperFormats": {},
                     *       "partyKinds": {},
                     *       "participations": {},
                     *       "digestPaces": {},
                     *       "genders": {},
                     *       "institutionKinds": {},
                     *       "closingReasons": {},
                     *       "erasureReasons": {},
                     *       "erasureSources": {},
                     *       "secondFactorStates": {},
                     *       "offices": {},
                     *       "letterKinds": {},
                     *       "letterRules": {},
                     *       "sourceDocuments": {},
                     *       "letterStates": {},
                     *       "skipReasons": {},
                     *       "settledReasons": {},
                     *       "settlementOutcomes": {},
                     *       "letterTextStates": {},
                     *       "letterOutcomes": {},
                     *       "recipientOutcomes": {},
                     *       "contactAddresses": {},
                     *       "suppressionReasons": {},
                     *       "bulletinStates": {},
                     *       "audienceRoles": {},
                     *       "audienceLists": {},
                     *       "figures": {},
                     *       "figureKinds": {},
                     *       "measures": {},
                     *       "countedThings": {},
                     *       "reviewBins": {},
                     *       "paperFigures": {},
                     *       "figureSeries": {},
                     *       "awaitedActs": {},
                     *       "projectionSeries": {},
                     *       "projectionStates": {},
                     *       "journalKinds": {},
                     *       "absences": {},
                     *       "contactWays": {},
                     *       "contactOutcomes": {},
                     *       "registers": {},
                     *       "trainingLanguages": {},
                     *       "donorKinds": {},
                     *       "translationOutcomes": {},
                     *       "registerCounts": {},
                     *       "attendanceKinds": {},
                     *       "observationKinds": {},
                     *       "worklist": {},
                     *       "blockedBy": {},
                     *       "actions": {},
                     *       "problems": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Labels"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Refused"];
        };
    };
    listLetters: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description Planned on this day in Vienna or later */
                from?: components["parameters"]["From"];
                /** @description What each letter comes with */
                include?: components["parameters"]["ListLettersInclude"];
                /** @description Letters about this alone */
                kind?: components["parameters"]["LetterKind"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The party, by its code */
                party?: components["parameters"]["Party"];
                /** @description Letters of which this became alone */
                state?: components["parameters"]["LetterState"];
                /** @description Planned on this day in Vienna or before */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of letters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "792f3b03a1bbb383b9bded44adbb6db45fcfefca",
                     *           "kind": "nomination-reminder",
                     *           "state": "skipped",
                     *           "reason": "duplicate",
                     *           "party": "DE",
                     *           "recipient": {
                     *             "kind": "mission",
                     *             "party": "DE",
                     *             "partyName": "Germany"
                     *           },
                     *           "plannedAt": "2020-12-01T08:00:00.000Z",
                     *           "changedAt": "2020-12-01T08:00:00.000Z",
                     *           "reviews": [
                     *             "c1-DE",
                     *             "c1-SE"
                     *           ],
                     *           "clusters": [
                     *             1
                     *           ],
                     *           "partyName": "Germany"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LetterPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getLetter: {
        parameters: {
            query?: {
                /** @description What each letter comes with */
                include?: components["parameters"]["GetLetterInclude"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The letter, by its id */
                letterId: components["parameters"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "46eaeffb078bb08574e1279692c7ef6d1a04043e",
                     *       "kind": "nomination-reminder",
                     *       "state": "delivered",
                     *       "party": "DE",
                     *       "recipient": {
                     *         "kind": "mission",
                     *         "party": "DE",
                     *         "partyName": "Germany"
                     *       },
                     *       "subject": "Reminder: nomination of a focal point (cluster 1), which was due by 15 December 2020 [RM/c1-g1/DE/focal-point]",
                     *       "reference": "RM/c1-g1/DE/focal-point",
                     *       "language": "en",
                     *       "plannedAt": "2020-12-16T08:00:00.000Z",
                     *       "changedAt": "2020-12-16T08:00:00.000Z",
                     *       "reviews": [
                     *         "c1-DE",
                     *         "c1-SE"
                     *       ],
                     *       "clusters": [
                     *         1
                     *       ],
                     *       "partyName": "Germany"
                     *     }
                     */
                    "application/json": components["schemas"]["LetterDetails"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    settleLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The letter, by its id */
                letterId: components["parameters"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "went-out",
                 *       "reason": "The mission says by telephone that it came."
                 *     }
                 */
                "application/json": components["schemas"]["SettlementRequest"];
            };
        };
        responses: {
            /** @description The letter, which is settled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "21a1b0ba84bc6df9d51d103a00fe6d4668364d1c",
                     *       "kind": "nomination-reminder",
                     *       "state": "skipped",
                     *       "reason": "duplicate",
                     *       "party": "TD",
                     *       "recipient": {
                     *         "kind": "mission",
                     *         "party": "TD",
                     *         "partyName": "Chad"
                     *       },
                     *       "plannedAt": "2020-12-01T08:00:00.000Z",
                     *       "changedAt": "2020-12-01T08:00:00.000Z",
                     *       "reviews": [
                     *         "c1-IE"
                     *       ],
                     *       "clusters": [
                     *         1
                     *       ],
                     *       "partyName": "Chad"
                     *     }
                     */
                    "application/json": components["schemas"]["Letter"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getMe: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller, with the mandates that they hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "u-01eren1g02xe7anwzaqeggpp80",
                     *       "role": "delegate",
                     *       "title": "Representative of a party (France)",
                     *       "party": "FR",
                     *       "person": {
                     *         "id": "u-01eren1g02xe7anwzaqeggpp80",
                     *         "name": "The expert of FR",
                     *         "title": "Counsellor",
                     *         "institution": "Institution of the expert of FR",
                     *         "email": "expert@fr.example.org",
                     *         "phone": "+43 1 000 000",
                     *         "language": "en"
                     *       },
                     *       "secondFactor": "not-required",
                     *       "services": [
                     *         {
                     *           "role": "expert",
                     *           "party": "FR",
                     *           "title": "Governmental expert (France): Organized Crime Convention, Trafficking in Persons Protocol, Smuggling of Migrants Protoco…",
                     *           "instruments": [
                     *             "UNTOC",
                     *             "TIP"
                     *           ],
                     *           "reviews": [
                     *             {
                     *               "review": "c1-FR",
                     *               "party": "FR",
                     *               "cluster": 1,
                     *               "clusterName": "Criminalization and jurisdiction",
                     *               "stage": "scheduled",
                     *               "seatRole": "under-review",
                     *               "seatRoleName": "Party under review",
                     *               "partyName": "France"
                     *             }
                     *           ],
                     *           "partyName": "France"
                     *         }
                     *       ],
                     *       "mandates": [
                     *         {
                     *           "id": "m-01eren1g02ezh2kd3xt1bc58rg",
                     *           "role": "expert",
                     *           "party": "FR",
                     *           "review": "c1-FR",
                     *           "cluster": 1,
                     *           "since": "2020-12-01T08:00:00.002Z",
                     *           "partyName": "France"
                     *         }
                     *       ],
                     *       "mandateOffers": [
                     *         {
                     *           "mandate": "m-01eren1g0a33xz8nnhbq151d3w",
                     *           "party": "SE",
                     *           "role": "expert",
                     *           "reviews": [
                     *             "c1-SE"
                     *           ],
                     *           "offeredAt": "2020-12-01T08:00:00.010Z",
                     *           "partyName": "Sweden"
                     *         }
                     *       ],
                     *       "partyName": "France"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getCalendarLink: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status of the link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLink"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    issueCalendarLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "issuedAt": "2020-12-01T08:00:00.007Z",
                     *       "feedPath": "/v1/calendars/YSLKuyoWpukQbXB5l6CI_g6VIIr6Qg-0QnLUs4rCfZk.ics"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedCalendarLink"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    revokeCalendarLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no link any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLink"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    acceptMandateOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mandate has begun, in the reviews that are listed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferEnd"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    refuseMandateOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offer has ended, and no mandate begins. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferEnd"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listMissingNominations: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description Whose nominations: of focal points, or of experts */
                kind?: components["parameters"]["NominationKind"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of missing nominations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "party": "BB",
                     *           "regionalGroup": "GRULAC",
                     *           "kind": "experts",
                     *           "review": "c1-SE",
                     *           "cluster": 1,
                     *           "dueAt": "2020-12-29T22:59:59.999Z",
                     *           "dueOn": "2020-12-29",
                     *           "overdue": false,
                     *           "partyName": "Barbados"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MissingNominationPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    checkNominations: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "checks": [
                 *         {
                 *           "party": "FR",
                 *           "mandate": "m-01jd8m3v9tq4w7x2c5e6r8y0ab"
                 *         },
                 *         {
                 *           "party": "GR",
                 *           "mandate": "m-01jd8m3v9tq4w7x2c5e6r8y0ac"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NominationCheckEntries"];
            };
        };
        responses: {
            /** @description The nominations are ticked, each with its reviews. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "checks": [
                     *         {
                     *           "party": "MC",
                     *           "mandate": "m-01eren1g106mxh0w17ebb0keqh",
                     *           "role": "expert",
                     *           "person": "u-01eren1g10mqm2y072c1h035b5",
                     *           "checkedAt": "2020-12-01T08:00:00.036Z",
                     *           "reviews": [
                     *             {
                     *               "id": "c1-AD",
                     *               "stage": "scheduled",
                     *               "version": 3
                     *             }
                     *           ],
                     *           "partyName": "Monaco",
                     *           "personName": "The expert of MC"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NominationsChecked"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listObligations: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The first day on which what is listed is due, in Vienna */
                dueFrom?: components["parameters"]["DueFrom"];
                /** @description The last day on which what is listed is due, in Vienna */
                dueTo?: components["parameters"]["DueTo"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description Obligations of this kind alone */
                kind?: components["parameters"]["ObligationKind"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The party, by its code */
                party?: components["parameters"]["Party"];
                /** @description The review */
                review?: components["parameters"]["Review"];
                /** @description Obligations that are open, met or ended without being met, or all of them */
                state?: components["parameters"]["ObligationChoice"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of obligations that the caller may see. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "experts:FR",
                     *           "review": "c1-IE",
                     *           "cluster": 1,
                     *           "kind": "experts",
                     *           "party": "FR",
                     *           "state": "open",
                     *           "openedOn": "2020-12-01",
                     *           "dueAt": "2020-12-29T22:59:59.999Z",
                     *           "dueOn": "2020-12-29",
                     *           "originalDueAt": "2020-12-29T22:59:59.999Z",
                     *           "originalDueOn": "2020-12-29",
                     *           "overdue": false,
                     *           "generation": 1,
                     *           "partyName": "France"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Review mechanism",
                     *         "version": "1.0.0-alpha.1"
                     *       },
                     *       "tags": [
                     *         {
                     *           "name": "Public",
                     *           "description": "Without a token."
                     *         }
                     *       ],
                     *       "paths": {
                     *         "/health": {
                     *           "get": {
                     *             "operationId": "getHealth",
                     *             "tags": [
                     *               "Public"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "components": {
                     *         "schemas": {
                     *           "CycleId": {
                     *             "type": "string",
                     *             "pattern": "^[A-Za-z0-9:._-]{1,100}$"
                     *           }
                     *         }
                     *       },
                     *       "x-problems-by-feature": {
                     *         "access token": [
                     *           "wrong-token-use",
                     *           "no-account"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Which version of OpenAPI this document is of */
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getOverviewPage: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags at hand; 304 where one of them still holds */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description `ar`, `en`, `es`, `fr`, `ru` or `zh` */
                language: components["parameters"]["LanguageInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    ETag: components["headers"]["CachedETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <!doctype html>
                     *     <html lang="ar" dir="rtl">
                     *     <head>
                     *     <meta charset="utf-8">
                     */
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Refused"];
        };
    };
    listPairings: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pairings. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["PairingPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPairing: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pairing with its redraws. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingRecord"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of parties. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "AD",
                     *           "nameOnRecord": "Andorra",
                     *           "kind": "STATE",
                     *           "regionalGroup": "WEOG",
                     *           "joined": {
                     *             "TIP": "2022-09-21"
                     *           },
                     *           "participation": "takes-part",
                     *           "redraws": 0,
                     *           "version": 1,
                     *           "name": "Andorra"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PartyPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getParty: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The party. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctParty: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "correction": {
                 *         "regionalGroup": "WEOG"
                 *       },
                 *       "reason": "The group was recorded wrongly when the file was imported."
                 *     }
                 */
                "application/json": components["schemas"]["PartyCorrectionRequest"];
            };
        };
        responses: {
            /** @description The party as it is recorded now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctDenunciation: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "denunciation",
                 *       "to": {
                 *         "leftOn": "2022-03-11",
                 *         "document": "C.N.55.2021"
                 *       },
                 *       "reason": "The depositary notified another day."
                 *     }
                 */
                "application/json": components["schemas"]["DenunciationCorrection"];
            };
        };
        responses: {
            /** @description The party, which takes part no more: as of the right day. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    orderDenunciation: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "leftOn": "2022-03-01",
                 *       "document": "C.N.55.2021",
                 *       "preview": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *     }
                 */
                "application/json": components["schemas"]["DenunciationOrder"];
            };
        };
        responses: {
            /** @description The party, with the denunciation that waits for a second person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    approveDenunciation: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The party, which takes part no more. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    previewDenunciation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "leftOn": "2022-03-01",
                 *       "document": "C.N.55.2021"
                 *     }
                 */
                "application/json": components["schemas"]["DenunciationDraft"];
            };
        };
        responses: {
            /** @description The effects of the denunciation if it were approved now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hash": "ff955409511425c61418db31010e4b248f91121b57866b56150cb9f673490972",
                     *       "party": "DE",
                     *       "leftOn": "2020-12-14",
                     *       "discontinued": [
                     *         {
                     *           "review": "c1-DE",
                     *           "cluster": 1,
                     *           "stage": "feedback"
                     *         }
                     *       ],
                     *       "vacated": [
                     *         {
                     *           "review": "c1-AT",
                     *           "cluster": 1
                     *         }
                     *       ],
                     *       "obligations": 3,
                     *       "mandates": 4,
                     *       "withoutAddress": [],
                     *       "letters": [
                     *         {
                     *           "kind": "party-left",
                     *           "recipient": {
                     *             "kind": "mission",
                     *             "party": "AT",
                     *             "partyName": "Austria"
                     *           }
                     *         }
                     *       ],
                     *       "partyName": "Germany"
                     *     }
                     */
                    "application/json": components["schemas"]["DenunciationPreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reverseDenunciation: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Another party was meant."
                 *     }
                 */
                "application/json": components["schemas"]["DenunciationReversal"];
            };
        };
        responses: {
            /** @description The party, which takes part as before, or without the order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    enterParty: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryRecord"];
            };
        };
        responses: {
            /** @description The published record of the new pairing, with its lots. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingRecord"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    previewPartyEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "group": "c1-g2"
                 *     }
                 */
                "application/json": components["schemas"]["EntryPlace"];
            };
        };
        responses: {
            /** @description The review as it would be, and all who could be drawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-BT",
                     *       "party": "BT",
                     *       "group": "c1-g2",
                     *       "instruments": [
                     *         "UNTOC"
                     *       ],
                     *       "ownGroup": [
                     *         {
                     *           "party": "AE",
                     *           "partyName": "United Arab Emirates"
                     *         }
                     *       ],
                     *       "otherGroups": [
                     *         {
                     *           "party": "AD",
                     *           "partyName": "Andorra"
                     *         }
                     *       ],
                     *       "partyName": "Bhutan"
                     *     }
                     */
                    "application/json": components["schemas"]["EntryPreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    explainLetterAbsence: {
        parameters: {
            query: {
                /** @description A calendar day in Vienna */
                date: components["parameters"]["Date"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why no letter came, or which did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "party": "FR",
                     *       "date": "2020-11-15",
                     *       "asOf": "2020-12-01T07:50:00.001Z",
                     *       "absent": true,
                     *       "reasons": [
                     *         {
                     *           "why": "not-started",
                     *           "review": "c1-FR",
                     *           "cluster": 1,
                     *           "inWords": "The review had not started"
                     *         }
                     *       ],
                     *       "partyName": "France"
                     *     }
                     */
                    "application/json": components["schemas"]["LetterAbsence"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listMandateOffers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mandates that wait for a person of another party, without the person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "mandate": "m-01eren1g0awjpc10x99tddf69t",
                     *           "party": "SE",
                     *           "role": "expert",
                     *           "reviews": [
                     *             "c1-SE"
                     *           ],
                     *           "offeredAt": "2020-12-01T08:00:00.010Z",
                     *           "partyName": "Sweden"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MandateOffersPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdrawMandateOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["OfferWithdrawal"];
            };
        };
        responses: {
            /** @description The offer has ended, and no mandate begins. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferEnd"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listMandates: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of mandates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "m-01eremf621c24t87n5m53gqtbm",
                     *           "role": "focal-point",
                     *           "party": "MC",
                     *           "since": "2020-12-01T07:50:00.002Z",
                     *           "person": {
                     *             "id": "u-00000000000000000000000009",
                     *             "name": "Person 9",
                     *             "email": "delegate@at.example.org",
                     *             "language": "en"
                     *           },
                     *           "reviews": [
                     *             "c1-AD",
                     *             "c1-LI"
                     *           ],
                     *           "clusters": [
                     *             1,
                     *             2
                     *           ],
                     *           "partyName": "Monaco"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MandateList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    namePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NominationRequest"];
            };
        };
        responses: {
            /** @description The person was named; reviews in which that took effect are listed. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mandate": "m-01erhaw2n6eg3y2a3bwfme4dxp",
                     *       "person": "u-01eren1g0126wh3f0v1d407j1p",
                     *       "role": "expert",
                     *       "party": "GR",
                     *       "reviews": [
                     *         {
                     *           "id": "c1-GR",
                     *           "stage": "nomination",
                     *           "version": 9
                     *         }
                     *       ],
                     *       "personName": "Same",
                     *       "partyName": "Greece"
                     *     }
                     */
                    "application/json": components["schemas"]["Nomination"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getMandate: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mandate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "m-01eren1g02b0fwq92b9e9jmsm0",
                     *       "role": "observer",
                     *       "party": "FR",
                     *       "since": "2020-12-01T08:00:00.002Z",
                     *       "person": {
                     *         "id": "u-01eren1g021rechwfe9znf7t4r",
                     *         "name": "The observer of FR",
                     *         "title": "Counsellor",
                     *         "institution": "Institution of the observer of FR",
                     *         "email": "observer@fr.example.org",
                     *         "phone": "+43 1 000 000",
                     *         "language": "en"
                     *       },
                     *       "reviews": [
                     *         "c1-FR",
                     *         "c1-GR"
                     *       ],
                     *       "clusters": [
                     *         1
                     *       ],
                     *       "partyName": "France"
                     *     }
                     */
                    "application/json": components["schemas"]["PartyMandate"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    removeMandate: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Removal"];
            };
        };
        responses: {
            /** @description The mandate has ended, or ends on the day that was named. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateChange"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    replaceMandate: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replacement"];
            };
        };
        responses: {
            /** @description The successor was named, and the mandate before has ended, or ends on the day that was named. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateChange"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reverseNomination: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The mandate, by its id */
                mandateId: components["parameters"]["MandateId"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The note named another person."
                 *     }
                 */
                "application/json": components["schemas"]["NominationReversal"];
            };
        };
        responses: {
            /** @description The nomination was reversed, in the reviews that are listed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateChange"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    confirmMandates: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phase": "c4"
                 *     }
                 */
                "application/json": components["schemas"]["MandatesConfirmation"];
            };
        };
        responses: {
            /** @description For which phase they are confirmed, and since when. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "party": "SE",
                     *       "phase": "c4",
                     *       "confirmedAt": "2020-12-01T08:00:00.041Z",
                     *       "partyName": "Sweden"
                     *     }
                     */
                    "application/json": components["schemas"]["MandatesConfirmed"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getMission: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mission's addresses, language and place. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermanentMission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putMission: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description E-mail address */
                    address: components["schemas"]["EmailAddress"];
                    /**
                     * @description The digest that lists it, if the copy was held for a digest
                     * @enum {string|null}
                     */
                    digest?: "none" | "weekly" | null;
                    language: components["schemas"]["Language"];
                    /** @description The town where the mission sits */
                    place: string;
                    /** @description An office as public contact: to set it is the party’s consent to its publication, null takes it back */
                    publicOffice?: {
                        /** @description An address of the office and of no person, shown to the public */
                        email?: components["schemas"]["EmailAddress"];
                        /** @description What the office is called, in a language of the party’s choice */
                        institution: string;
                        /** @description Its number, shown to the public */
                        telephone?: string;
                    } | null;
                    /**
                     * Format: email
                     * @description Where deadline letters are sent when those to `address` fail; another address than that; null removes it
                     */
                    secondAddress?: string | null;
                };
            };
        };
        responses: {
            /** @description The mission as it is reached from now on. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermanentMission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    confirmMission: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": {
                 *         "number": "NV 123/2020",
                 *         "date": "2020-12-01"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MissionConfirmation"];
            };
        };
        responses: {
            /** @description The mission; its address is confirmed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermanentMission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPerson: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is recorded of the person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPerson"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": {
                 *         "email": "focal.point@mfa.fr.example.org",
                 *         "phone": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PersonCorrectionRequest"];
            };
        };
        responses: {
            /** @description The person as it is recorded now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPerson"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    deferServing: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "defers": true,
                 *       "happenedOn": "2021-11-15",
                 *       "source": {
                 *         "kind": "note-verbale",
                 *         "number": "NV 31/2021",
                 *         "date": "2021-11-15"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ServingDeferral"];
            };
        };
        responses: {
            /** @description The party, with its request. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    importParties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example name,iso_alpha2,iso_alpha3,iso_numeric,kind,un_regional_group,group_confidence,untoc_since,tip_since,som_since,fp_since,party_at_launch_2020_10_16,participation,review_group_if_reported,focal_point_named_by_2021,date_basis_if_not_2014_scrape
                 *     France,FR,FRA,250,STATE,WEOG,high,2002-10-29,2002-10-29,2002-10-29,2019-02-26,Y,takes-part,,,fp=W
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What the import registered and corrected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "registered": [
                     *         {
                     *           "party": "XA",
                     *           "partyName": "Utopia"
                     *         }
                     *       ],
                     *       "corrected": [
                     *         {
                     *           "party": "AD",
                     *           "partyName": "Andorra"
                     *         }
                     *       ],
                     *       "unchanged": 189
                     *     }
                     */
                    "application/json": components["schemas"]["PartyImport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPhases: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All phases, in the order in which their clusters are reviewed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "c1",
                     *           "cluster": 1,
                     *           "place": 1,
                     *           "state": "open",
                     *           "groups": [
                     *             {
                     *               "group": "c1-g1",
                     *               "number": 1,
                     *               "plannedFor": "2020-12-01",
                     *               "state": "started",
                     *               "startedOn": "2020-12-01",
                     *               "reviews": 4
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PhaseList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPhase: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The phase by its cluster: c4 */
                phaseId: components["parameters"]["PhaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phase, with its details. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c1",
                     *       "cluster": 1,
                     *       "place": 1,
                     *       "state": "open",
                     *       "groups": [
                     *         {
                     *           "group": "c1-g1",
                     *           "number": 1,
                     *           "plannedFor": "2020-12-01",
                     *           "state": "started",
                     *           "startedOn": "2020-12-01",
                     *           "reviews": 4
                     *         }
                     *       ],
                     *       "articles": {
                     *         "UNTOC": [
                     *           "2",
                     *           "5"
                     *         ],
                     *         "TIP": [
                     *           "3",
                     *           "5"
                     *         ],
                     *         "SOM": [
                     *           "3",
                     *           "5"
                     *         ],
                     *         "FP": [
                     *           "3",
                     *           "5"
                     *         ]
                     *       },
                     *       "articlesBasis": {
                     *         "UNTOC": "reported",
                     *         "TIP": "reported",
                     *         "SOM": "reported",
                     *         "FP": "recalled"
                     *       },
                     *       "articlesSources": [
                     *         {
                     *           "publisher": "La Strada International",
                     *           "url": "https://www.lastradainternational.org/news/constructive-dialogues-un-review-mechanism/",
                     *           "instruments": [
                     *             "UNTOC",
                     *             "TIP"
                     *           ]
                     *         }
                     *       ],
                     *       "drawings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PhaseDetails"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctPhaseOpening: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The phase by its cluster: c4 */
                phaseId: components["parameters"]["PhaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "opening",
                 *       "to": {
                 *         "openedOn": "2024-10-19",
                 *         "decision": {
                 *           "body": "conference",
                 *           "document": "CTOC/COP/2024/9",
                 *           "decidedOn": "2024-10-18"
                 *         }
                 *       },
                 *       "reason": "The plenary closed a day earlier."
                 *     }
                 */
                "application/json": components["schemas"]["PhaseOpeningCorrection"];
            };
        };
        responses: {
            /** @description The phase with its opening as it is on record now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phase"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openPhase: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The phase by its cluster: c4 */
                phaseId: components["parameters"]["PhaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhaseOpening"];
            };
        };
        responses: {
            /** @description The phase, whose reviews are set up one after the other. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phase"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    previewPhaseOpening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The phase by its cluster: c4 */
                phaseId: components["parameters"]["PhaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the opening would bring about if it were ordered now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hash": "2cc70c788a1a9a54d816948c79053901b53115fc5600a62c03c0c6d03804807b",
                     *       "phase": "c4",
                     *       "cluster": 4,
                     *       "follows": "c1",
                     *       "gate": {
                     *         "concluded": 0,
                     *         "of": 4,
                     *         "needed": 3,
                     *         "reached": false
                     *       },
                     *       "groups": [
                     *         {
                     *           "group": "c4-g1",
                     *           "number": 1,
                     *           "plannedFor": "2022-12-01",
                     *           "reviews": 4
                     *         }
                     *       ],
                     *       "changes": [
                     *         {
                     *           "party": "DE",
                     *           "instruments": [
                     *             "UNTOC",
                     *             "TIP"
                     *           ],
                     *           "drawn": true,
                     *           "partyName": "Germany"
                     *         }
                     *       ],
                     *       "unfilled": [],
                     *       "letters": 20,
                     *       "withoutAddress": []
                     *     }
                     */
                    "application/json": components["schemas"]["PhasePreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPresidentsList: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrHtml"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list, as data or as a page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2021-01-25T09:00:00.225Z",
                     *       "figures": [
                     *         {
                     *           "figure": "focal-points-missing",
                     *           "total": 0,
                     *           "listed": 0
                     *         }
                     *       ],
                     *       "groups": [],
                     *       "cluster": 2
                     *     }
                     */
                    "application/json": components["schemas"]["PresidentsList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    sendPresidentsReminder: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresidentsReminder"];
            };
        };
        responses: {
            /** @description The reminder is ordered; a bulletin takes it to the missions. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bulletin": "b-01ewfcz8k1qxy017ns0wz8ake4",
                     *       "recipients": 14,
                     *       "version": 0,
                     *       "orderedAt": "2021-01-20T08:01:00.001Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PresidentsReminderOrdered"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPublishedPapers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of published papers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "p-01es5y1tmd6jkf3z12v05ge340",
                     *           "asAt": "2020-12-09",
                     *           "knownAt": "2020-12-10T09:00:00.013Z",
                     *           "publishedAt": "2020-12-10T09:00:00.027Z",
                     *           "documents": [
                     *             {
                     *               "format": "json",
                     *               "hash": "5feebefc6c88a3aec8e2e449092ca2c5fc042a22badab43687b1177a3adee60a",
                     *               "bytes": 18339,
                     *               "path": "/v1/public/reports/status/p-01es5y1tmd6jkf3z12v05ge340/content?format=json"
                     *             }
                     *           ],
                     *           "figures": [
                     *             "/v1/public/reports/status/p-01es5y1tmd6jkf3z12v05ge340/figures/missing-focal-points",
                     *             "/v1/public/reports/status/p-01es5y1tmd6jkf3z12v05ge340/figures/status"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedPaperPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPublishedPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper, with the hash of each format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "p-01es5y1tmd6jkf3z12v05ge340",
                     *       "asAt": "2020-12-09",
                     *       "knownAt": "2020-12-10T09:00:00.013Z",
                     *       "publishedAt": "2020-12-10T09:00:00.027Z",
                     *       "documents": [
                     *         {
                     *           "format": "json",
                     *           "hash": "5feebefc6c88a3aec8e2e449092ca2c5fc042a22badab43687b1177a3adee60a",
                     *           "bytes": 18339,
                     *           "path": "/v1/public/reports/status/p-01es5y1tmd6jkf3z12v05ge340/content?format=json"
                     *         }
                     *       ],
                     *       "figures": [
                     *         "/v1/public/reports/status/p-01es5y1tmd6jkf3z12v05ge340/figures/missing-focal-points",
                     *         "/v1/public/reports/status/p-01es5y1tmd6jkf3z12v05ge340/figures/status"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPublishedPaperContent: {
        parameters: {
            query?: {
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatHtmlOrMarkdownOrJsonOrDocx"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper in the format that was requested. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperData"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /**
                     * @example <!doctype html>
                     *     <html lang="ar" dir="rtl">
                     *     <head>
                     *     <meta charset="utf-8">
                     */
                    "text/html": string;
                    /**
                     * @example # Status of the functioning of the Mechanism for the Review of the Implementation of the United Nations Convention against Transnational Organized Crime and the Protocols thereto
                     *
                     *     **Status paper as at 9 December 2020**
                     */
                    "text/markdown": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPublishedFigure: {
        parameters: {
            query?: {
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrSvgOrCsv"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The figure, by its name */
                figure: components["parameters"]["PaperFigure"];
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure, as its numbers or drawn. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperFigureView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPublications: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of publications. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "review": "c1-DE",
                     *           "party": "DE",
                     *           "cluster": 1,
                     *           "publishedAt": "2021-04-27T08:00:00.057Z",
                     *           "partyName": "Germany"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PublicationPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getPublication: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Which version is read; the latest where it is left out */
                version?: components["parameters"]["GetPublicationVersion"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is published of the review. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-DE",
                     *       "party": "DE",
                     *       "cluster": 1,
                     *       "publishedAt": "2021-04-27T08:00:00.057Z",
                     *       "version": 1,
                     *       "observations": {
                     *         "hash": "73220af39950e82c373df8ff315df9b080ebd28804bf342bcf3909511f848287",
                     *         "list": "The list of observations",
                     *         "summary": "In short."
                     *       },
                     *       "partyName": "Germany"
                     *     }
                     */
                    "application/json": components["schemas"]["Publication"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listRegisterEntries: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The register */
                register?: components["parameters"]["RegisterInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "e-01eremf6278ygjhdmhyev3cmjr",
                     *           "content": {
                     *             "countries": {
                     *               "number": 133
                     *             },
                     *             "happenedOn": "2020-11-10",
                     *             "members": 452,
                     *             "register": "knowledge-hub"
                     *           },
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegisterEntryPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordRegisterEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterContent"];
            };
        };
        responses: {
            /** @description The entry was recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterEntry"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getRegisterEntry: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description Id of the entry */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current entry. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterEntry"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctRegisterEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the entry */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "content",
                 *       "to": {
                 *         "register": "training-session",
                 *         "happenedOn": "2020-12-01",
                 *         "officials": 22,
                 *         "states": {
                 *           "named": [
                 *             "FR",
                 *             "PE"
                 *           ]
                 *         },
                 *         "language": "pt"
                 *       },
                 *       "reason": "Two were counted twice"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterCorrection"];
            };
        };
        responses: {
            /** @description The entry as it is recorded now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterEntry"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reverseRegisterEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description Id of the entry */
                entryId: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The same session was recorded twice"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterEntryReversal"];
            };
        };
        responses: {
            /** @description The entry, which counts no more. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterEntry"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listStatusPapers: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of status papers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "p-01es0s8cm19z5rbncqfjqx0ee3",
                     *           "state": "ready",
                     *           "asAt": "2020-12-07",
                     *           "knownAt": "2020-12-08T09:00:00.001Z",
                     *           "orderedBy": "u-01eremf6203dme952qmx48mpze",
                     *           "work": {
                     *             "state": "done",
                     *             "progress": {
                     *               "done": 19,
                     *               "of": 19
                     *             }
                     *           },
                     *           "documents": [
                     *             {
                     *               "format": "json",
                     *               "hash": "bd6988cc4fe2b54c78ef7e8061add1d7c2546eef5b78b3180884792046c41aff",
                     *               "bytes": 17978,
                     *               "path": "/v1/reports/status/p-01es0s8cm19z5rbncqfjqx0ee3/content?format=json"
                     *             }
                     *           ],
                     *           "version": 9
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StatusPaperPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    orderStatusPaper: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asAt": "2020-11-30"
                 *     }
                 */
                "application/json": components["schemas"]["StatusPaperOrder"];
            };
        };
        responses: {
            /** @description The paper is being written, or is there already: `Location` says where to read how far it is. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getStatusPaper: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current paper. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getStatusPaperContent: {
        parameters: {
            query?: {
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatHtmlOrMarkdownOrJsonOrDocx"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper in the format that was requested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperData"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /**
                     * @example <!doctype html>
                     *     <html lang="ar" dir="rtl">
                     *     <head>
                     *     <meta charset="utf-8">
                     */
                    "text/html": string;
                    /**
                     * @example # Status of the functioning of the Mechanism for the Review of the Implementation of the United Nations Convention against Transnational Organized Crime and the Protocols thereto
                     *
                     *     **Status paper as at 7 December 2020**
                     */
                    "text/markdown": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publishStatusPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its publication waits for a second person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    approveStatusPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper, which is public. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    completeStatusPaper: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the status paper */
                paperId: components["parameters"]["PaperId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "symbol": "CTOC/COP/WG.3/2023/2",
                 *       "en": {
                 *         "session": "Vienna, 11 and 12 September 2023",
                 *         "agendaItem": "Item 3 of the provisional agenda",
                 *         "paragraphs": [
                 *           {
                 *             "after": 26,
                 *             "text": "The secretariat attempted several times to facilitate the organization of such meetings."
                 *           }
                 *         ],
                 *         "notes": [
                 *           {
                 *             "paragraph": 8,
                 *             "text": "Available on the website of the Mechanism."
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PaperTextsRequest"];
            };
        };
        responses: {
            /** @description The texts are kept; the paper is being written again with them. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["PollAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The officer of the secretariat whose it is */
                officer?: components["parameters"]["Officer"];
                /** @description Whether it is open and past its date */
                overdue?: components["parameters"]["Overdue"];
                /** @description The party, by its code */
                party?: components["parameters"]["Party"];
                /** @description In which order the list is; by the ids where it is left out */
                sort?: components["parameters"]["Sort"];
                /** @description The stage of the review */
                stage?: components["parameters"]["StageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews, each in few words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "c1-GR",
                     *           "party": "GR",
                     *           "cluster": 1,
                     *           "group": "c1-g1",
                     *           "reviewers": [
                     *             {
                     *               "party": "FR",
                     *               "role": "reviewing",
                     *               "instruments": [
                     *                 "UNTOC",
                     *                 "TIP"
                     *               ],
                     *               "partyName": "法国"
                     *             }
                     *           ],
                     *           "stage": "questionnaire",
                     *           "stageSince": "2020-12-01T08:00:00.011Z",
                     *           "startedOn": "2020-12-01",
                     *           "blockedBy": [
                     *             {
                     *               "party": "GR",
                     *               "kind": "questionnaire",
                     *               "dueAt": "2021-06-01T21:59:59.999Z",
                     *               "dueOn": "2021-06-01",
                     *               "overdue": false,
                     *               "partyName": "希腊"
                     *             }
                     *           ],
                     *           "version": 12,
                     *           "partyName": "希腊"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review as its caller may see it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getAnswers: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-IE",
                     *       "submittedAt": "2020-12-10T23:00:00.000Z",
                     *       "receivedOn": "2020-12-11",
                     *       "texts": [
                     *         {
                     *           "instrument": "UNTOC",
                     *           "hash": "84876584693b045b0d03cb14d31014ca8f2dbd52356615ff5f603bbc2b5a82c4",
                     *           "text": "The law of 1998."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Answers"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listAnswerDrafts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of drafts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getAnswerDraft: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The instrument */
                instrument: components["parameters"]["InstrumentInPath"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putAnswerDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The instrument */
                instrument: components["parameters"]["InstrumentInPath"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Article 5 of the Convention is given effect by sections 129 to 131 of the Criminal Code.\n\nThe texts are annexed."
                 *     }
                 */
                "application/json": components["schemas"]["DraftText"];
            };
        };
        responses: {
            /** @description The draft in its new version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "outside": {
                 *         "happenedOn": "2021-07-05",
                 *         "source": {
                 *           "kind": "e-mail",
                 *           "date": "2021-07-05"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OpeningRequest"];
            };
        };
        responses: {
            /** @description The review; all participating parties may read the answers. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionRecord"];
            };
        };
        responses: {
            /** @description The review, with the answers, and the feedback that is now due. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    returnAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The party asked to complete an annex."
                 *     }
                 */
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description The review; the answers are due again. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    submitAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drafts": [
                 *         {
                 *           "instrument": "UNTOC",
                 *           "version": 1
                 *         },
                 *         {
                 *           "instrument": "TIP",
                 *           "version": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Clearance"];
            };
        };
        responses: {
            /** @description The review, with the answers. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listClarifications: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of questions and answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": 1,
                     *           "askedBy": "SG",
                     *           "askedAt": "2020-12-02T08:00:00.575Z",
                     *           "instruments": [
                     *             "UNTOC",
                     *             "TIP"
                     *           ],
                     *           "state": "open",
                     *           "dueAt": "2020-12-30T22:59:59.999Z",
                     *           "dueOn": "2020-12-30",
                     *           "question": {
                     *             "hash": "813d52c3e903d3834ea8050d222c80d2c66816dee07f675b39031f5e78e3428b",
                     *             "text": "Why?"
                     *           },
                     *           "askedByName": "Singapore"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClarificationList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    askClarification: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Are the penalties the same for legal persons?",
                 *       "instruments": [
                 *         "UNTOC"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ClarificationRequest"];
            };
        };
        responses: {
            /** @description The question was recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "askedBy": "ES",
                     *       "askedAt": "2021-01-20T12:00:00.049Z",
                     *       "instruments": [
                     *         "FP"
                     *       ],
                     *       "state": "open",
                     *       "dueAt": "2021-02-17T22:59:59.999Z",
                     *       "dueOn": "2021-02-17",
                     *       "question": {
                     *         "hash": "f2731db2aa057626aec5eacb4584e3e01f512b79bd3e28c63bf9160c427e98fb",
                     *         "text": "Of marking?"
                     *       },
                     *       "askedByName": "Spain"
                     *     }
                     */
                    "application/json": components["schemas"]["Clarification"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    answerClarification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description Counts them, from 1 */
                number: components["parameters"]["Number"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "They are; see section 132."
                 *     }
                 */
                "application/json": components["schemas"]["ClarificationAnswer"];
            };
        };
        responses: {
            /** @description The review, with the answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    closeClarification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description Counts them, from 1 */
                number: components["parameters"]["Number"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordingRequest"];
            };
        };
        responses: {
            /** @description The review, without the open question. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdrawClarification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description Counts them, from 1 */
                number: components["parameters"]["Number"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordingRequest"];
            };
        };
        responses: {
            /** @description The review, in which the question is taken back. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordLanguages: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanguagesOfReview"];
            };
        };
        responses: {
            /** @description The review, with what was agreed on languages. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Meeting"];
            };
        };
        responses: {
            /** @description The review, with the day of the meeting. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    concludeConsultation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsultationOutcome"];
            };
        };
        responses: {
            /** @description The review, whose answers are due from now on. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCorrection"];
            };
        };
        responses: {
            /** @description The review with the corrected fact and the dates that follow. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    divideWork: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parts": [
                 *         {
                 *           "party": "FR",
                 *           "instruments": [
                 *             "UNTOC",
                 *             "TIP"
                 *           ]
                 *         },
                 *         {
                 *           "party": "TD",
                 *           "instruments": [
                 *             "SOM"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DivisionOfWork"];
            };
        };
        responses: {
            /** @description The review, with the work as it is divided now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getFeedback: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feedback that was cleared. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-SE",
                     *       "items": [
                     *         {
                     *           "party": "BB",
                     *           "clearedAt": "2021-06-24T12:00:00.005Z",
                     *           "texts": [
                     *             {
                     *               "instrument": "FP",
                     *               "hash": "9b148c17d1f8eccb91a0b49024bf7ac290535186611fe9cbe8abf4443e991118",
                     *               "text": "BB on FP.\nA second line."
                     *             }
                     *           ],
                     *           "partyName": "Barbados"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    clearFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drafts": [
                 *         {
                 *           "instrument": "UNTOC",
                 *           "version": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Clearance"];
            };
        };
        responses: {
            /** @description The review, with the feedback. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getFeedbackDraft: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The instrument */
                instrument: components["parameters"]["InstrumentInPath"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putFeedbackDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The instrument */
                instrument: components["parameters"]["InstrumentInPath"];
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The reviewers note the legislation with appreciation, and ask for statistics."
                 *     }
                 */
                "application/json": components["schemas"]["DraftText"];
            };
        };
        responses: {
            /** @description The draft in its new version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "onBehalfOf": {
                 *         "party": "FR",
                 *         "happenedOn": "2020-12-01",
                 *         "source": {
                 *           "kind": "meeting",
                 *           "date": "2020-12-01"
                 *         }
                 *       },
                 *       "reference": "Handed over on paper"
                 *     }
                 */
                "application/json": components["schemas"]["SubmissionRecord"];
            };
        };
        responses: {
            /** @description The review, with the feedback of the party. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    returnFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The party, by its code */
                partyId: components["parameters"]["PartyId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The party asked to correct a reference."
                 *     }
                 */
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description The review; the feedback is due again. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listFeedbackDrafts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of drafts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    addInstruments: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "instruments": [
                 *         "FP"
                 *       ],
                 *       "agreements": [
                 *         {
                 *           "party": "DE",
                 *           "happenedOn": "2021-11-15",
                 *           "source": {
                 *             "kind": "note-verbale",
                 *             "number": "NV 31/2021",
                 *             "date": "2021-11-15"
                 *           }
                 *         },
                 *         {
                 *           "party": "IE",
                 *           "happenedOn": "2021-11-16",
                 *           "source": {
                 *             "kind": "meeting",
                 *             "date": "2021-11-16"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["InstrumentAddition"];
            };
        };
        responses: {
            /** @description The review, with the instruments and the parties that joined for them. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listReviewNotices: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of letters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "letter": "10a6cc61f0524e9495d49c2a432a0421e1531c33",
                     *           "kind": "mandate-ended",
                     *           "party": "FR",
                     *           "recipient": {
                     *             "kind": "user",
                     *             "user": "u-01eren1g01vydx3syyyvdnnp1m"
                     *           },
                     *           "plannedFor": "2020-12-01T08:00:00.008Z",
                     *           "state": "skipped",
                     *           "reason": "suppressed",
                     *           "attempt": 1,
                     *           "partyName": "France"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recordDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The obligation, by its id */
                obligationId: components["parameters"]["ObligationId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "working-group",
                 *       "document": "CTOC/COP/WG.10/2022/3",
                 *       "decidedOn": "2020-12-01"
                 *     }
                 */
                "application/json": components["schemas"]["DecisionRecord"];
            };
        };
        responses: {
            /** @description The review, without the obligation; the decision is among `decisions`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    notifyDelay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The obligation, by its id */
                obligationId: components["parameters"]["ObligationId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dueOn": "2021-08-31",
                 *       "reason": "translation",
                 *       "explanation": "The translation of the answers on the Firearms Protocol takes until the end of August."
                 *     }
                 */
                "application/json": components["schemas"]["Delay"];
            };
        };
        responses: {
            /** @description The review, with the delay. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reverseDelay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The obligation, by its id */
                obligationId: components["parameters"]["ObligationId"];
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayReversal"];
            };
        };
        responses: {
            /** @description The review, without the delay; the date before it applies. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getObservations: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list on the table, and who has agreed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observations"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putObservations: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "list": "1. The party under review should consider collecting statistics.",
                 *       "summary": "The legislation gives effect to the articles reviewed.",
                 *       "items": [
                 *         {
                 *           "kind": "technical-assistance-need",
                 *           "instrument": "UNTOC",
                 *           "article": "5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ObservationsDraft"];
            };
        };
        responses: {
            /** @description The new version of the list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observations"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    agreeToObservations: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["Agreement"];
            };
        };
        responses: {
            /** @description The review, with the agreement. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publishErratum: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "list": "The list of observations, with the right date of the law.",
                 *       "summary": "In short.",
                 *       "reason": "The date of a law was wrong.",
                 *       "agreements": [
                 *         {
                 *           "party": "FR",
                 *           "happenedOn": "2022-06-01",
                 *           "source": {
                 *             "kind": "note-verbale",
                 *             "number": "NV 12/2022",
                 *             "date": "2022-06-01"
                 *           }
                 *         },
                 *         {
                 *           "party": "IE",
                 *           "happenedOn": "2022-06-02",
                 *           "source": {
                 *             "kind": "call",
                 *             "date": "2022-06-02"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Erratum"];
            };
        };
        responses: {
            /** @description The review with the corrected version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publishObservations: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["ListPublication"];
            };
        };
        responses: {
            /** @description The review, which is concluded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    assignOfficer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfficerAssignment"];
            };
        };
        responses: {
            /** @description The review, with its officer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    consentToPublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parts": [
                 *         "answers",
                 *         "dialogue"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PublicationConsent"];
            };
        };
        responses: {
            /** @description The review, with the consent. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parts": [
                 *         "dialogue"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ConsentWithdrawal"];
            };
        };
        responses: {
            /** @description The review, without the consent that was taken back. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    askRedraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seat": "FR"
                 *     }
                 */
                "application/json": components["schemas"]["RedrawRequest"];
            };
        };
        responses: {
            /** @description The review, with the request. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdrawRedraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
                /** @description The party whose seat it is */
                seat: components["parameters"]["Seat"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordingRequest"];
            };
        };
        responses: {
            /** @description The review, without the request. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    carryOutRedraw: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedrawRecord"];
            };
        };
        responses: {
            /** @description The seat went to another party. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-SE",
                     *       "from": "DE",
                     *       "to": "FI",
                     *       "instruments": [
                     *         "UNTOC",
                     *         "TIP"
                     *       ],
                     *       "additional": [],
                     *       "narrowed": [],
                     *       "leaving": [
                     *         {
                     *           "party": "ES",
                     *           "partyName": "Spain"
                     *         }
                     *       ],
                     *       "changedWith": [
                     *         "c4-SE"
                     *       ],
                     *       "version": 6,
                     *       "fromName": "Germany",
                     *       "toName": "Finland"
                     *     }
                     */
                    "application/json": components["schemas"]["Redraw"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getReminderPlan: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Goes with `obligation` */
                newDate?: components["parameters"]["NewDate"];
                /** @description The obligation that the plan is about, and `newDate` */
                obligation?: components["parameters"]["Obligation"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reminders ahead, and what a new date would change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-GR",
                     *       "asOf": "2020-12-01T08:00:00.160Z",
                     *       "until": "2021-12-01T22:59:59.999Z",
                     *       "obligations": [
                     *         {
                     *           "obligation": "focal-point:SD",
                     *           "kind": "focal-point",
                     *           "party": "SD",
                     *           "dueAt": "2020-12-15T22:59:59.999Z",
                     *           "dueOn": "2020-12-15",
                     *           "generation": 1,
                     *           "overdue": false,
                     *           "oneLetterFor": "group",
                     *           "reminders": [
                     *             {
                     *               "rung": "d-7",
                     *               "leavesAt": "2020-12-08T08:00:00.000Z",
                     *               "to": [
                     *                 {
                     *                   "kind": "mission",
                     *                   "party": "SD",
                     *                   "partyName": "Sudan"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "partyName": "Sudan"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReminderPlan"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    waiveReviewerLimit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordingRequest"];
            };
        };
        responses: {
            /** @description The review, with the waiver. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdrawReviewerLimitWaiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordingRequest"];
            };
        };
        responses: {
            /** @description The review, without the waiver. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    attachText: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "of": "answers",
                 *       "texts": [
                 *         {
                 *           "instrument": "UNTOC",
                 *           "text": "The offence is in article 25 of the Criminal Justice Act."
                 *         }
                 *       ],
                 *       "source": {
                 *         "kind": "e-mail",
                 *         "date": "2021-07-12"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LateText"];
            };
        };
        responses: {
            /** @description The review, with all its dates as they were. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getReviewTimeline: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The review, by its id */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the timeline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "review": "c1-IE",
                     *       "cluster": 1,
                     *       "stage": "questionnaire",
                     *       "asOf": "2020-12-01T08:00:00.018Z",
                     *       "due": [
                     *         {
                     *           "party": "IE",
                     *           "kind": "questionnaire",
                     *           "dueOn": "2021-08-31",
                     *           "overdue": false,
                     *           "inWords": "Ireland: Answers to the self-assessment questionnaire – due by the end of 31 August 2021",
                     *           "partyName": "Ireland"
                     *         }
                     *       ],
                     *       "expected": [
                     *         {
                     *           "step": "nomination",
                     *           "expectedOn": "2020-12-29",
                     *           "passed": true,
                     *           "behind": false,
                     *           "inWords": "Nomination of focal points and experts: expected by 29 December 2020, completed"
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "kind": "stage-changed",
                     *           "happenedOn": "2020-12-01",
                     *           "recordedOn": "2020-12-01",
                     *           "inWords": "Stage reached: Initial consultation"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewTimeline"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description Groups of reviews */
                groups?: components["parameters"]["Groups"];
                /** @description The instrument */
                instrument?: components["parameters"]["InstrumentInQuery"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description The regional group; absent for a party that belongs to none */
                regionalGroup?: components["parameters"]["RegionalGroup"];
                /** @description An earlier day, with which totals are compared */
                since?: components["parameters"]["Since"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every measure, with its definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asAt": "2021-01-20",
                     *       "group": "c1-g2",
                     *       "measures": [
                     *         {
                     *           "measure": "parties-in-reviews",
                     *           "counts": "parties",
                     *           "definition": "Parties that hold a seat in a review, as the party under review or as a reviewer, once each.",
                     *           "sources": [
                     *             "S7"
                     *           ],
                     *           "total": 8,
                     *           "overlapping": [
                     *             "cluster",
                     *             "group"
                     *           ],
                     *           "parts": [
                     *             {
                     *               "cluster": 1,
                     *               "count": 8
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listMeasureMembers: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description Groups of reviews */
                groups?: components["parameters"]["Groups"];
                /** @description The instrument */
                instrument?: components["parameters"]["InstrumentInQuery"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The regional group; absent for a party that belongs to none */
                regionalGroup?: components["parameters"]["RegionalGroup"];
            };
            header?: never;
            path: {
                /** @description What is counted */
                measure: components["parameters"]["Measure"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what the measure counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "measure": "parties-with-expert",
                     *       "asAt": "2020-12-10",
                     *       "count": 1,
                     *       "items": [
                     *         {
                     *           "party": "FR",
                     *           "sinceDay": "2020-12-08",
                     *           "partyName": "France"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MeasureMemberPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getObservationStatistics: {
        parameters: {
            query?: {
                /** @description The number of an article of an instrument */
                article?: components["parameters"]["Article"];
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description Groups of reviews */
                groups?: components["parameters"]["Groups"];
                /** @description The instrument */
                instrument?: components["parameters"]["InstrumentInQuery"];
                /** @description Of this kind alone */
                kind?: components["parameters"]["ObservationKind"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description The regional group; absent for a party that belongs to none */
                regionalGroup?: components["parameters"]["RegionalGroup"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asAt": "2020-12-07",
                     *       "published": 1,
                     *       "itemized": 1,
                     *       "total": 1,
                     *       "parts": [
                     *         {
                     *           "kind": "best-practice",
                     *           "count": 1,
                     *           "lists": 1
                     *         }
                     *       ],
                     *       "sources": [
                     *         "S35",
                     *         "S37"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObservationStatistics"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listObservationMembers: {
        parameters: {
            query?: {
                /** @description The number of an article of an instrument */
                article?: components["parameters"]["Article"];
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The group */
                group?: components["parameters"]["Group"];
                /** @description Groups of reviews */
                groups?: components["parameters"]["Groups"];
                /** @description The instrument */
                instrument?: components["parameters"]["InstrumentInQuery"];
                /** @description Of this kind alone */
                kind?: components["parameters"]["ObservationKind"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The regional group; absent for a party that belongs to none */
                regionalGroup?: components["parameters"]["RegionalGroup"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asAt": "2020-12-05",
                     *       "count": 3,
                     *       "items": [
                     *         {
                     *           "review": "c1-GR",
                     *           "cluster": 1,
                     *           "group": "c1-g1",
                     *           "party": "GR",
                     *           "kind": "best-practice",
                     *           "instrument": "UNTOC",
                     *           "article": "6",
                     *           "sinceDay": "2020-12-05",
                     *           "partyName": "Greece"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObservationMemberPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getRegisterStatistics: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asAt": "2020-11-03",
                     *       "counts": [
                     *         {
                     *           "name": "training-sessions",
                     *           "register": "training-session",
                     *           "definition": "Training sessions and briefings for officials.",
                     *           "sources": [
                     *             "S40"
                     *           ],
                     *           "total": 1,
                     *           "parts": [],
                     *           "years": [
                     *             {
                     *               "year": 2020,
                     *               "total": 1,
                     *               "parts": []
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "contacts": {
                     *         "number": 3,
                     *         "ways": [
                     *           {
                     *             "way": "call",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RegisterStatistics"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listRegisterMembers: {
        parameters: {
            query?: {
                /** @description The day at whose end is counted, in Vienna */
                asAt?: components["parameters"]["AsAt"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The last day whose records are taken into account, where not all are */
                knownOn?: components["parameters"]["KnownOn"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description The register */
                register: components["parameters"]["RegisterInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "register": "training-session",
                     *       "asAt": "2020-11-02",
                     *       "count": 1,
                     *       "items": [
                     *         {
                     *           "id": "e-01es5y1tm11q73ybgfs8pt5a6h",
                     *           "content": {
                     *             "happenedOn": "2020-11-02",
                     *             "language": "pt",
                     *             "name": "Briefing for focal points",
                     *             "officials": 30,
                     *             "place": "Vienna",
                     *             "register": "training-session",
                     *             "topic": "The questionnaire and its tools",
                     *             "states": {
                     *               "named": [
                     *                 {
                     *                   "party": "FR",
                     *                   "partyName": "France"
                     *                 }
                     *               ]
                     *             }
                     *           },
                     *           "correctedAt": "2021-01-20T09:00:00.001Z",
                     *           "version": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegisterMemberPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSuppressedAddresses: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "letter": "1b335a0d2cc621d3ac4a2d11f22dfbfbd9f5c92b",
                     *           "recipient": {
                     *             "kind": "mission",
                     *             "party": "SE",
                     *             "partyName": "Sweden"
                     *           },
                     *           "party": "SE",
                     *           "address": "mission@se.example.org",
                     *           "contact": "first",
                     *           "why": "bounced",
                     *           "since": "2020-12-01T08:00:00.000Z",
                     *           "partyName": "Sweden"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SuppressedAddressPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    unsuppressAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The letter, by its id */
                letterId: components["parameters"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address is unsuppressed; letters go there again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "letter": "1b335a0d2cc621d3ac4a2d11f22dfbfbd9f5c92b",
                     *       "recipient": {
                     *         "kind": "mission",
                     *         "party": "SE",
                     *         "partyName": "Sweden"
                     *       },
                     *       "party": "SE",
                     *       "address": "mission@se.example.org",
                     *       "contact": "first",
                     *       "why": "bounced",
                     *       "since": "2020-12-01T08:00:00.000Z",
                     *       "released": "2020-12-01T08:00:00.033Z",
                     *       "partyName": "Sweden"
                     *     }
                     */
                    "application/json": components["schemas"]["SuppressedAddress"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listTexts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of stored texts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "president-reminder",
                     *           "version": 0,
                     *           "hash": "8738b4342ca660ae925e105a6fcd3eb8970c27062d9a87ae2944ca0b9f383b26",
                     *           "subject": "Reminder by the President of the Conference: nominations awaited from {{party}}",
                     *           "languages": [
                     *             "ar",
                     *             "en"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StoredTextPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getText: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Which version is read; the latest where it is left out */
                version?: components["parameters"]["GetTextVersion"];
            };
            header?: never;
            path: {
                /** @description The stored text, by its name */
                textId: components["parameters"]["TextId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stored text. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredText"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putText: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The stored text, by its name */
                textId: components["parameters"]["TextId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "A briefing for {{party}}",
                 *       "body": "Dear colleagues of the {{recipientName}},\n\na briefing is held in Vienna; see {{link}}."
                 *     }
                 */
                "application/json": components["schemas"]["TextToStore"];
            };
        };
        responses: {
            /** @description The text in its new version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredText"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Whether the user may use the system at all */
                access?: components["parameters"]["Access"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The party, by its code */
                party?: components["parameters"]["Party"];
                /** @description The role */
                role?: components["parameters"]["Role"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "u-01eren1g01vydx3syyyvdnnp1m",
                     *           "role": "delegate",
                     *           "party": "FR",
                     *           "access": "erased",
                     *           "closedAt": "2020-12-04T08:00:00.013Z",
                     *           "erasedAt": "2020-12-04T08:00:00.013Z",
                     *           "version": 5,
                     *           "partyName": "France"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    registerUser: {
        parameters: {
            query?: never;
            header: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRegistration"];
            };
        };
        responses: {
            /** @description The user was registered; an invitation is on its way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getUser: {
        parameters: {
            query?: {
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
            };
            header?: never;
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    correctUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": {
                 *         "email": "expert.of.fr@example.org",
                 *         "phone": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UserCorrection"];
            };
        };
        responses: {
            /** @description The user as it is recorded now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    closeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "left-service"
                 *     }
                 */
                "application/json": components["schemas"]["UserClosure"];
            };
        };
        responses: {
            /** @description The user, whose access is closed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    confirmUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, who is confirmed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    eraseUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "asked-by-person",
                 *       "source": "e-mail"
                 *     }
                 */
                "application/json": components["schemas"]["UserErasure"];
            };
        };
        responses: {
            /** @description The user, with the order that waits for a second person (`erasureOrdered`). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    approveErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, whose person is erased. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdrawErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, without the order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reopenUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, whose access is open again. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    suspendUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new value for each request; a repeat with the same key and body gets the first reply for a week; after that the key is new */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description The ETag of the version that the change was decided on */
                "If-Match"?: components["parameters"]["IfMatchOptional"];
            };
            path: {
                /** @description The user, by its id */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, whose access is suspended until `suspendedUntil`. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                /** @description In this thematic cluster alone, 1 to 4: of the first cycle, where `cycle` is left out */
                cluster?: components["parameters"]["Cluster"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description Of this cycle alone; `untoc1` is the first */
                cycle?: components["parameters"]["Cycle"];
                /** @description The format of the reply, as `Accept` in links */
                format?: components["parameters"]["FormatJsonOrCsv"];
                /** @description Work of this kind alone */
                kind?: components["parameters"]["WorkKind"];
                /** @description The language of the reply, as `Accept-Language` in links */
                language?: components["parameters"]["LanguageInQuery"];
                /** @description Items in a page, 1 to 200 */
                limit?: components["parameters"]["Limit"];
                /** @description The officer of the secretariat whose it is */
                officer?: components["parameters"]["Officer"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what is to be done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "denunciation-to-approve",
                     *           "id": "DE",
                     *           "since": "2020-12-14T12:00:00.006Z",
                     *           "todo": "Read the party, and approve its denunciation as a second person, or withdraw the order; until then nothing changes.",
                     *           "party": "DE",
                     *           "actions": [
                     *             {
                     *               "action": "parties.read",
                     *               "operationId": "getParty",
                     *               "method": "GET",
                     *               "path": "/v1/parties/DE"
                     *             }
                     *           ],
                     *           "partyName": "Germany"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorklistPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
