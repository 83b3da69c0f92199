import type { ProblemTexts } from "./words.ts";

export const es: ProblemTexts = {
  "malformed-json": {
    title: "El cuerpo de la solicitud no es JSON",
    detail: "Envíe un único objeto JSON, en UTF-8.",
  },
  "invalid-request": {
    title: "La solicitud no se ajusta al esquema",
    detail: "Corrija lo que enumera `errors`; cada entrada señala un solo lugar.",
  },
  "idempotency-key-missing": {
    title: "Una creación requiere Idempotency-Key",
    detail:
      "Envíe una clave de 8 a 128 letras, cifras, - o _, nueva para cada creación y conservada para sus repeticiones.",
  },
  "idempotency-key-invalid": {
    title: "Una Idempotency-Key consta de 8 a 128 letras, cifras, - o _",
    detail:
      "Forme una clave con A a Z, a a z, 0 a 9, - y _; nueva para cada solicitud y la misma para sus repeticiones.",
  },
  "invalid-cursor": {
    title: "Este cursor no procede de esta lista",
    detail: "Comience de nuevo sin `cursor` y siga después `next` tal como es, con los mismos filtros.",
  },
  "wrong-token-use": {
    title: "Esto no es un token de acceso",
    detail: "Envíe el token de acceso obtenido al iniciar sesión, no el token de identidad.",
  },
  "no-account": {
    title: "Esta cuenta no pertenece a ninguna persona registrada aquí",
    detail:
      "Pida a su misión permanente que le designe o a la secretaría que le registre; si acaba de ser designado, repita la solicitud dentro de unos segundos.",
  },
  "not-yours": {
    title: "Este acto corresponde a otra persona",
    detail: "Vea en `actions` del examen lo que puede hacer ahora y en `GET /v1/me` su función.",
  },
  "not-found": { title: "Aquí no hay nada", detail: "Compruebe la ruta y los identificadores que contiene." },
  "method-not-allowed": { title: "Esta ruta admite otros métodos", detail: "Consulte la referencia de la API." },
  "wrong-stage": {
    title: "El examen se encuentra en otra etapa",
    detail: "Léalo de nuevo: `stage` y `actions` indican lo que sigue.",
  },
  "group-already-started": {
    title: "El grupo comenzó otro día",
    detail:
      "Lea el grupo: su inicio queda tal como se registró; si el día es erróneo, diríjase a los operadores del sistema.",
  },
  "focal-point-exists": {
    title: "La parte ya tiene un punto focal en este examen",
    detail: "Hay un solo punto focal por parte y examen; omita esos exámenes, que se enumeran en `reviews`.",
  },
  "not-owed": {
    title: "Nada de esto está pendiente ahora",
    detail:
      "Vea las obligaciones del examen: lo cumplido, lo anulado y lo que aún no se ha abierto no puede cumplirse, devolverse ni retrasarse.",
  },
  "no-delay-waiting": {
    title: "Ningún retraso así está pendiente",
    detail: "Lea `delayAsked` de la obligación.",
  },
  "consultation-concluded": {
    title: "La consulta ha concluido",
    detail: "La secretaría corrige las fechas erróneas; los idiomas aún pueden registrarse.",
  },
  "meeting-missing": {
    title: "No consta ni una reunión ni una excepción",
    detail: "Registre el día de la reunión o haga que la secretaría registre la excepción sin reunión.",
  },
  "meeting-recorded": {
    title: "Consta una reunión",
    detail: "Omita `withoutMeeting`: `heldOn` indica cuándo se reunieron las partes, y otro día puede ocupar su lugar.",
  },
  "languages-missing": {
    title: "No consta nada sobre los idiomas",
    detail: "Registre los idiomas acordados o por qué siguen sin acordarse.",
  },
  "answers-missing": {
    title: "Las respuestas no se han recibido",
    detail: "Espere a que la parte objeto de examen las presente o las presente de nuevo.",
  },
  "already-cleared": {
    title: "Aquí ya se dio el visto bueno a otro texto",
    detail:
      "Lea el texto que recibió el visto bueno en `clearedAt`: sigue en pie. La secretaría devuelve las respuestas o los comentarios a petición de su parte; la respuesta a una solicitud de aclaración queda como está.",
  },
  "feedback-begun": {
    title: "Una parte examinadora ha dado el visto bueno a sus comentarios sobre estas respuestas",
    detail:
      "Las respuestas se devuelven solo mientras ninguna parte examinadora haya dado el visto bueno; solicite una aclaración en su lugar.",
  },
  "agreement-begun": {
    title: "Una parte ha aprobado la lista de observaciones",
    detail: "Los comentarios se devuelven solo antes de ello; proponga una nueva versión en su lugar.",
  },
  "feedback-open": {
    title: "Aún faltan comentarios por escrito",
    detail: "La lista se aprueba y se publica cuando cada parte examinadora ha dado el visto bueno a sus comentarios.",
  },
  "not-yet-due": {
    title: "La fecha no ha pasado",
    detail: "Una solicitud de aclaración se cierra sin respuesta solo después de `dueAt`.",
  },
  "list-missing": {
    title: "No hay lista de observaciones",
    detail: "Debe proponerse una primera versión.",
  },
  "old-version": {
    title: "Esta no es la versión propuesta",
    detail: "Lea de nuevo la lista y decida sobre `version`.",
  },
  "not-agreed": {
    title: "No todas las partes han aprobado esta versión",
    detail: "La lista se publica cuando la han aprobado todas; se espera a las que figuran en `parties`.",
  },
  "focal-point-missing": {
    title: "Una parte del examen no tiene punto focal",
    detail: "El examen prosigue cuando las que figuran en `parties` hayan designado el suyo.",
  },
  "mandate-ended": { title: "Este mandato ha terminado", detail: "Vea los mandatos de la parte que están en vigor." },
  "ends-earlier": {
    title: "Este mandato ya termina antes de ese día",
    detail:
      "Termina a partir de `until`; puede fijarse un día anterior, pero no uno posterior. Designe de nuevo a quien deba seguir en funciones.",
  },
  "successor-named": {
    title: "Ya se ha designado a otra persona para que le suceda a partir de ese día",
    detail:
      "Sustituya primero el mandato de esa persona, que indica `mandate`; después, si es necesario, adelante el día con la nueva.",
  },
  "already-serves": {
    title: "Esta persona ya ejerce el mandato",
    detail: "Designe a otra persona como sucesora; para terminar el mandato sin sucesión, retírelo.",
  },
  "redraws-used-up": {
    title: "La parte ha solicitado tantos nuevos sorteos como se permiten",
    detail: "El número es un parámetro de las normas; lo indica `most`.",
  },
  "redraw-not-asked": {
    title: "Nadie ha solicitado un nuevo sorteo para este puesto",
    detail: "Registre primero la solicitud.",
  },
  "draft-changed": {
    title: "Un proyecto ha cambiado desde que se leyó",
    detail: "Lea los proyectos que indica `instruments` y dé el visto bueno a las versiones actuales.",
  },
  "nobody-to-draw": {
    title: "Las normas del sorteo no admiten a nadie para este puesto",
    detail: "Registre un sorteo celebrado fuera del sistema, con el motivo por el que se aparta de las normas.",
  },
  "preview-expired": {
    title: "Ya no existe una vista previa con esta huella",
    detail: "Obtenga de nuevo la vista previa del comunicado y envíe la nueva huella.",
  },
  "preview-changed": {
    title: "Los destinatarios han cambiado desde la vista previa",
    detail: "Obtenga de nuevo la vista previa: `recipients` indica a cuántos llegaría ahora.",
  },
  "second-person-needed": {
    title: "Quien ordenó un comunicado no puede aprobarlo",
    detail: "Pida a una segunda persona de la secretaría que lo apruebe.",
  },
  "wrong-bulletin-state": {
    title: "El comunicado se encuentra en otro estado",
    detail:
      "Léalo de nuevo: `state` y las cartas que aún esperan indican lo que puede hacerse con él; lo enviado no se recupera.",
  },
  "nobody-to-resend": {
    title: "No hay nadie a quien no haya llegado el comunicado",
    detail:
      "Vea sus destinatarios: solo se reenvían las cartas que fallaron, fueron devueltas o carecían de dirección. Resuelva aquellas de las que no se sabe si salieron.",
  },
  "bulletin-under-way": {
    title: "Las cartas de este comunicado aún se están preparando",
    detail: "Espere un momento: se sabe a quién no ha llegado cuando cada destinatario tiene una carta.",
  },
  "nothing-to-settle": {
    title: "Aquí no hay nada pendiente de resolver",
    detail:
      "Solo se resuelve una carta de la que no se sabe si salió y que no se reenvía por sí sola. Vuelva a leerla: `state` indica qué ocurrió con ella.",
  },
  "settled-otherwise": {
    title: "Otra persona ya resolvió esta carta de otro modo",
    detail: "Vuelva a leerla: `outcome` es lo que se indicó primero, y sigue en pie.",
  },
  "address-in-use": {
    title: "Esta dirección de correo electrónico pertenece a una persona registrada para otra parte u otra función",
    detail: "Utilice una dirección propia de la persona.",
  },
  "already-registered": { title: "Esto ya está registrado", detail: "Léalo y corrija lo que sea erróneo." },
  conflict: {
    title: "Otros han modificado lo mismo al mismo tiempo",
    detail: "Envíe la solicitud de nuevo; no se ha ejecutado nada de ella.",
  },
  "stale-version": {
    title: "Ha cambiado desde que usted lo leyó",
    detail: "Léalo de nuevo, decida de nuevo y envíe el nuevo ETag en If-Match.",
  },
  "body-too-large": { title: "El cuerpo de la solicitud supera los 1 MB", detail: "Envíe menos de una vez." },
  "wrong-content-type": {
    title: "El cuerpo es de un tipo distinto del que admite esta operación",
    detail: "Indique Content-Type como dice la referencia de la API.",
  },
  incomplete: { title: "Falta algo", detail: "`missing` enumera los instrumentos sin texto." },
  "unknown-language": {
    title: "No es ninguno de los seis idiomas de trabajo",
    detail: "Elija entre ar, en, es, fr, ru, zh.",
  },
  "too-many-languages": {
    title: "Un examen se realiza en uno o dos idiomas",
    detail: "Tres solo como excepción motivada; nunca cuatro.",
  },
  "no-delay-for-nominations": {
    title: "Las designaciones no se retrasan",
    detail: "Designe a la persona cuando sea posible; de la fecha no se derivan más que recordatorios.",
  },
  "instrument-not-reviewed": {
    title: "La parte no tiene aquí texto para este instrumento",
    detail: "Indique los instrumentos del puesto de la parte; vea `seats` del examen.",
  },
  "unknown-obligation": { title: "El examen no tiene esa obligación", detail: "Vea las obligaciones del examen." },
  "unknown-clarification": {
    title: "El examen no tiene ninguna solicitud de aclaración con ese número",
    detail: "Vea las solicitudes de aclaración del examen.",
  },
  "unknown-mandate": { title: "La parte no ha otorgado ese mandato", detail: "Vea los mandatos de la parte." },
  "unknown-seat": {
    title: "Ese puesto no puede sortearse de nuevo",
    detail:
      "Una parte objeto de examen puede solicitarlo para cualquier puesto examinador; una parte examinadora, para el suyo.",
  },
  "seat-held": {
    title: "La parte sorteada ocupa ya un puesto en este examen",
    detail: "Indique una parte que no ocupe ninguno; véase `seats` del examen. `party` indica de cuál se trata.",
  },
  "breaks-lots-rules": {
    title: "El sorteo infringiría las normas",
    detail:
      "Sortee de nuevo: `violations` indica qué normas y respecto de quién. Un sorteo celebrado fuera del sistema puede mantenerse si `deviation` da el motivo.",
  },
  "clock-missing": {
    title: "Debe acordarse el día desde el que corre el plazo del cuestionario",
    detail: "Indique `clockStartsOn`.",
  },
  "empty-audience": {
    title: "No hay nadie entre estos destinatarios",
    detail: "Elija otros destinatarios: no se envía nada a nadie.",
  },
  "too-many-recipients": {
    title: "Hay demasiados destinatarios para un solo comunicado",
    detail: "Elija menos destinatarios; `most` indica cuántos puede haber.",
  },
  "unusable-text": {
    title: "El texto no puede enviarse tal como está",
    detail: "Corrija lo que enumera `problems`; cada entrada indica el lugar y lo que falla.",
  },
  "send-time-past": {
    title: "La hora de envío ya ha pasado",
    detail: "Indique una hora posterior u omita `sendAt` para enviar de inmediato.",
  },
  "date-too-late": {
    title: "Este día es demasiado tardío",
    detail: "Indique un día anterior; `latest` señala el último posible.",
  },
  "date-in-the-future": {
    title: "Este día está en el futuro",
    detail: "Indique como máximo el día de hoy en Viena.",
  },
  "date-too-early": {
    title: "Este día es demasiado temprano",
    detail: "Indique un día posterior; `earliest` señala el primero posible.",
  },
  "not-participating": {
    title: "La parte no participa en el Mecanismo",
    detail: "Solo las partes que participan tienen exámenes.",
  },
  "no-review-to-serve": {
    title: "La parte no tiene ningún examen para el que designar a alguien",
    detail: "Espere al sorteo o indique exámenes en los que la parte ocupe un puesto.",
  },
  "not-in-this-review": {
    title: "La parte no ocupa ningún puesto en este examen",
    detail: "Indique exámenes en los que la parte sea objeto de examen o examinadora.",
  },
  "unknown-party": { title: "Ninguna parte tiene este código", detail: "Vea /v1/parties." },
  "unknown-person": {
    title: "La parte no tiene a nadie con este identificador",
    detail: "Vea quién ejerce los mandatos de la parte.",
  },
  "unknown-officer": {
    title: "Nadie de la secretaría tiene este identificador",
    detail: "Indique un usuario registrado para la secretaría.",
  },
  "unknown-contact": {
    title: "Ningún contacto con la parte lleva este número",
    detail: "Véanse los contactos de la parte.",
  },
  "no-open-invitation": {
    title: "Nadie espera estas invitaciones",
    detail: "Indique personas invitadas que aún no hayan utilizado su acceso.",
  },
  "party-required": {
    title: "La función y la parte no concuerdan",
    detail: "Una misión permanente actúa por una parte; la secretaría y la Presidencia no actúan por ninguna.",
  },
  "invalid-party-file": {
    title: "El archivo de partes tiene filas defectuosas; no se importó nada",
    detail: "Corrija las filas y columnas que indica `errors` y envíe de nuevo el archivo completo.",
  },
  "key-reused": {
    title: "Esta Idempotency-Key ya se envió con otro cuerpo",
    detail: "Cree una clave nueva para una solicitud nueva; repita una solicitud sin cambiar su cuerpo.",
  },
  "version-missing": {
    title: "Este cambio requiere If-Match",
    detail: "Lea primero el elemento y envíe su ETag en If-Match.",
  },
  internal: {
    title: "Algo ha fallado en el sistema",
    detail: "Envíe la solicitud de nuevo más tarde; comunique `instance` a los operadores del sistema.",
  },
  busy: {
    title: "Demasiadas solicitudes a la vez",
    detail: "Envíe la solicitud de nuevo después de los segundos que indica Retry-After.",
  },
};
