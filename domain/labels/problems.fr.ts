import type { ProblemTexts } from "./words.ts";

export const fr: ProblemTexts = {
  "malformed-json": {
    title: "Le corps de la requête n’est pas du JSON",
    detail: "Envoyez un seul objet JSON, en UTF-8.",
  },
  "invalid-request": {
    title: "La requête n’est pas conforme au schéma",
    detail: "Corrigez ce que `errors` énumère ; chaque entrée désigne un seul endroit.",
  },
  "idempotency-key-missing": {
    title: "Une création exige un en-tête Idempotency-Key",
    detail:
      "Envoyez une clé de 8 à 128 lettres, chiffres, - ou _, nouvelle pour chaque création et conservée pour ses répétitions.",
  },
  "idempotency-key-invalid": {
    title: "Un en-tête Idempotency-Key compte de 8 à 128 lettres, chiffres, - ou _",
    detail:
      "Formez une clé de A à Z, de a à z, de 0 à 9, avec - et _ ; nouvelle pour chaque requête, la même pour ses répétitions.",
  },
  "invalid-cursor": {
    title: "Ce curseur n’a pas été fourni par cette liste",
    detail: "Recommencez sans `cursor`, puis suivez `next` tel quel, avec les mêmes filtres.",
  },
  "wrong-token-use": {
    title: "Ceci n’est pas un jeton d’accès",
    detail: "Envoyez le jeton d’accès obtenu à la connexion, et non le jeton d’identité.",
  },
  "no-account": {
    title: "Ce compte n’appartient à aucune personne inscrite",
    detail:
      "Demandez à votre mission permanente de vous désigner, ou au secrétariat de vous inscrire ; si vous venez d’être désigné, renvoyez la requête dans quelques secondes.",
  },
  "not-yours": {
    title: "Cet acte revient à quelqu’un d’autre",
    detail: "Voyez dans `actions` de l’examen ce que vous pouvez faire à présent, et dans `GET /v1/me` votre rôle.",
  },
  "not-found": { title: "Il n’y a rien ici", detail: "Vérifiez le chemin et les identifiants qu’il contient." },
  "method-not-allowed": { title: "Ce chemin accepte d’autres méthodes", detail: "Voyez la documentation de l’API." },
  "wrong-stage": {
    title: "L’examen se trouve à une autre étape",
    detail: "Relisez-le : `stage` et `actions` indiquent la suite.",
  },
  "group-already-started": {
    title: "Le groupe a débuté un autre jour",
    detail:
      "Lisez le groupe : son début reste tel qu’il a été consigné ; si le jour est erroné, adressez-vous aux exploitants du système.",
  },
  "focal-point-exists": {
    title: "La partie a déjà un point de contact pour cet examen",
    detail:
      "Un seul point de contact par partie et par examen ; laissez de côté ces examens, qui sont énumérés dans `reviews`.",
  },
  "not-owed": {
    title: "Rien de tel n’est dû à présent",
    detail:
      "Voyez les obligations de l’examen : ce qui est rempli, caduc ou pas encore ouvert ne peut être ni rempli, ni renvoyé, ni retardé.",
  },
  "no-delay-waiting": {
    title: "Aucun retard de ce genre n’est en attente",
    detail: "Lisez `delayAsked` de l’obligation.",
  },
  "consultation-concluded": {
    title: "La consultation est achevée",
    detail: "Une date erronée est corrigée par le secrétariat ; les langues peuvent encore être consignées.",
  },
  "meeting-missing": {
    title: "Ni réunion ni exception n’est consignée",
    detail: "Consignez le jour de la réunion, ou faites consigner par le secrétariat l’exception sans réunion.",
  },
  "meeting-recorded": {
    title: "Une réunion est consignée",
    detail:
      "Omettez `withoutMeeting` : `heldOn` indique quand les parties se sont réunies, et un autre jour peut le remplacer.",
  },
  "languages-missing": {
    title: "Rien n’est consigné au sujet des langues",
    detail: "Consignez les langues convenues, ou la raison pour laquelle elles ne le sont pas encore.",
  },
  "answers-missing": {
    title: "Les réponses n’ont pas été reçues",
    detail: "Attendez que la partie examinée les soumette, ou les soumette de nouveau.",
  },
  "already-cleared": {
    title: "Un autre texte a été validé ici",
    detail:
      "Lisez ce qui a été validé à l’instant `clearedAt` : ce texte est maintenu. Le secrétariat renvoie les réponses ou les commentaires à la demande de leur partie ; une réponse à une demande d’éclaircissements reste telle quelle.",
  },
  "feedback-begun": {
    title: "Une partie examinatrice a validé ses commentaires sur ces réponses",
    detail:
      "Les réponses ne sont renvoyées que tant qu’aucune partie examinatrice n’a validé ; demandez plutôt des éclaircissements.",
  },
  "agreement-begun": {
    title: "Une partie a approuvé la liste d’observations",
    detail: "Les commentaires ne sont renvoyés qu’avant cela ; proposez plutôt une nouvelle version.",
  },
  "feedback-open": {
    title: "Des commentaires écrits sont encore dus",
    detail: "La liste est approuvée et publiée quand chaque partie examinatrice a validé ses commentaires écrits.",
  },
  "not-yet-due": {
    title: "La date n’est pas passée",
    detail: "Une demande d’éclaircissements n’est close sans réponse qu’après `dueAt`.",
  },
  "list-missing": {
    title: "Il n’y a pas de liste d’observations",
    detail: "Une première version doit être proposée.",
  },
  "old-version": {
    title: "Ce n’est pas la version proposée",
    detail: "Relisez la liste et prononcez-vous sur `version`.",
  },
  "not-agreed": {
    title: "Toutes les parties n’ont pas approuvé cette version",
    detail: "La liste est publiée quand toutes l’ont approuvée ; celles de `parties` sont attendues.",
  },
  "focal-point-missing": {
    title: "Une partie à l’examen n’a pas de point de contact",
    detail: "L’examen se poursuit quand celles de `parties` ont désigné le leur.",
  },
  "mandate-ended": {
    title: "Ce mandat a pris fin",
    detail: "Voyez les mandats de la partie qui sont en vigueur.",
  },
  "ends-earlier": {
    title: "Ce mandat prend déjà fin avant ce jour",
    detail:
      "Il prend fin à compter de `until` ; un jour antérieur peut être fixé, mais pas un jour postérieur. Désignez de nouveau la personne qui doit rester en fonctions.",
  },
  "successor-named": {
    title: "Une autre personne est désignée pour lui succéder à compter de ce jour",
    detail:
      "Remplacez d’abord le mandat de cette personne, indiqué dans `mandate` ; puis, au besoin, avancez le jour avec la nouvelle.",
  },
  "already-serves": {
    title: "Cette personne exerce déjà le mandat",
    detail: "Désignez une autre personne pour lui succéder ; pour mettre fin au mandat sans successeur, retirez-le.",
  },
  "redraws-used-up": {
    title: "La partie a demandé autant de nouveaux tirages au sort que permis",
    detail: "Le nombre est un paramètre des règles ; `most` l’indique.",
  },
  "redraw-not-asked": {
    title: "Personne n’a demandé un nouveau tirage au sort pour ce siège",
    detail: "Consignez d’abord la demande.",
  },
  "draft-changed": {
    title: "Un projet a changé depuis qu’il a été lu",
    detail: "Lisez les projets que `instruments` désigne, et validez les versions actuelles.",
  },
  "nobody-to-draw": {
    title: "Les règles du tirage au sort n’admettent personne pour ce siège",
    detail: "Consignez un tirage effectué en dehors du système, en motivant l’écart.",
  },
  "preview-expired": {
    title: "Il n’existe plus d’aperçu portant cette empreinte",
    detail: "Demandez un nouvel aperçu de la circulaire et envoyez la nouvelle empreinte.",
  },
  "preview-changed": {
    title: "Les destinataires ont changé depuis l’aperçu",
    detail: "Demandez un nouvel aperçu : `recipients` indique combien seraient atteints à présent.",
  },
  "second-person-needed": {
    title: "La personne qui a ordonné une circulaire ne peut pas l’approuver",
    detail: "Demandez à une deuxième personne du secrétariat de l’approuver.",
  },
  "wrong-bulletin-state": {
    title: "La circulaire se trouve dans un autre état",
    detail:
      "Relisez-la : `state` et les lettres qui attendent encore indiquent ce qui peut en être fait ; ce qui est parti ne revient pas.",
  },
  "nobody-to-resend": {
    title: "La circulaire n’a manqué aucun destinataire",
    detail:
      "Voyez ses destinataires : seules sont renvoyées les lettres qui ont échoué, sont revenues ou n’avaient pas d’adresse. Réglez le sort de celles dont nul ne sait si elles sont parties.",
  },
  "bulletin-under-way": {
    title: "Les lettres de cette circulaire sont encore en préparation",
    detail: "Patientez un instant : on ne sait qui n’a pas été atteint que lorsque chaque destinataire a une lettre.",
  },
  "nothing-to-settle": {
    title: "Rien ici n’attend d’être réglé",
    detail:
      "Seul se règle le sort d’une lettre dont nul ne sait si elle est partie et qui n’est pas renvoyée d’elle-même. Relisez-la : `state` dit ce qu’elle est devenue.",
  },
  "settled-otherwise": {
    title: "Le sort de cette lettre a été réglé autrement",
    detail: "Relisez-la : `outcome` est ce qui a été dit en premier, et cela demeure.",
  },
  "address-in-use": {
    title: "Cette adresse électronique appartient à une personne inscrite pour une autre partie ou un autre rôle",
    detail: "Utilisez une adresse propre à la personne.",
  },
  "already-registered": { title: "Ceci est déjà inscrit", detail: "Lisez-le, et corrigez ce qui est erroné." },
  conflict: {
    title: "D’autres ont modifié la même chose au même moment",
    detail: "Renvoyez la requête ; rien n’en a été exécuté.",
  },
  "stale-version": {
    title: "L’élément a changé depuis que vous l’avez lu",
    detail: "Relisez-le, décidez de nouveau, envoyez le nouvel ETag dans If-Match.",
  },
  "body-too-large": { title: "Le corps de la requête dépasse 1 Mo", detail: "Envoyez moins à la fois." },
  "wrong-content-type": {
    title: "Le corps est d’un autre type que celui que prend cette opération",
    detail: "Indiquez Content-Type comme le veut la documentation de l’API.",
  },
  incomplete: {
    title: "Il manque quelque chose",
    detail: "`missing` énumère les instruments sans texte.",
  },
  "unknown-language": {
    title: "Ce n’est aucune des six langues de travail",
    detail: "Choisissez parmi ar, en, es, fr, ru, zh.",
  },
  "too-many-languages": {
    title: "Un examen se déroule en une ou deux langues",
    detail: "Trois à titre d’exception motivée seulement ; jamais quatre.",
  },
  "no-delay-for-nominations": {
    title: "Les désignations ne peuvent être retardées",
    detail: "Désignez la personne dès que possible ; le dépassement de la date n’entraîne que des rappels.",
  },
  "instrument-not-reviewed": {
    title: "La partie n’a pas de texte à donner ici pour cet instrument",
    detail: "Indiquez les instruments du siège de la partie ; voyez `seats` de l’examen.",
  },
  "unknown-obligation": {
    title: "L’examen ne comporte pas cette obligation",
    detail: "Voyez les obligations de l’examen.",
  },
  "unknown-clarification": {
    title: "L’examen ne comporte pas de demande d’éclaircissements de ce numéro",
    detail: "Voyez les demandes d’éclaircissements de l’examen.",
  },
  "unknown-mandate": { title: "La partie n’a pas donné ce mandat", detail: "Voyez les mandats de la partie." },
  "unknown-seat": {
    title: "Aucun siège de ce genre ne peut être tiré de nouveau",
    detail: "Une partie examinée peut le demander pour tout siège examinateur, une partie examinatrice pour le sien.",
  },
  "seat-held": {
    title: "La partie tirée au sort occupe déjà un siège dans cet examen",
    detail:
      "Désignez une partie qui n’en occupe aucun ; voir `seats` de l’examen. `party` indique celle dont il s’agit.",
  },
  "breaks-lots-rules": {
    title: "Le tirage enfreindrait les règles du tirage au sort",
    detail:
      "Tirez de nouveau : `violations` indique quelles règles, et pour qui. Un tirage effectué en dehors du système peut être maintenu si `deviation` le motive.",
  },
  "clock-missing": {
    title: "Le jour à partir duquel court le délai du questionnaire doit être convenu",
    detail: "Indiquez `clockStartsOn`.",
  },
  "empty-audience": {
    title: "Aucun destinataire ne correspond",
    detail: "Choisissez d’autres destinataires : rien n’est envoyé sans destinataire.",
  },
  "too-many-recipients": {
    title: "Les destinataires sont trop nombreux pour une seule circulaire",
    detail: "Choisissez moins de destinataires ; `most` en donne le nombre maximal.",
  },
  "unusable-text": {
    title: "Le texte ne peut pas être envoyé en l’état",
    detail: "Corrigez ce que `problems` énumère ; chaque entrée indique l’endroit et le défaut.",
  },
  "send-time-past": {
    title: "L’heure d’envoi est passée",
    detail: "Indiquez une heure ultérieure, ou omettez `sendAt` pour envoyer immédiatement.",
  },
  "date-too-late": {
    title: "Ce jour est trop tardif",
    detail: "Indiquez un jour antérieur ; `latest` donne le dernier possible.",
  },
  "date-in-the-future": {
    title: "Ce jour est à venir",
    detail: "Indiquez au plus tard le jour d’aujourd’hui à Vienne.",
  },
  "date-too-early": {
    title: "Ce jour est trop précoce",
    detail: "Indiquez un jour ultérieur ; `earliest` donne le premier possible.",
  },
  "not-participating": {
    title: "La partie ne participe pas au Mécanisme",
    detail: "Seules les parties qui participent font l’objet d’examens.",
  },
  "no-review-to-serve": {
    title: "La partie n’a aucun examen pour lequel désigner quelqu’un",
    detail: "Attendez le tirage au sort, ou indiquez des examens dans lesquels la partie occupe un siège.",
  },
  "not-in-this-review": {
    title: "La partie n’occupe pas de siège dans cet examen",
    detail: "Indiquez des examens dans lesquels la partie est examinée ou examinatrice.",
  },
  "unknown-party": { title: "Aucune partie n’a ce code", detail: "Voyez /v1/parties." },
  "unknown-person": {
    title: "La partie n’a personne qui porte cet identifiant",
    detail: "Voyez qui détient les mandats de la partie.",
  },
  "unknown-officer": {
    title: "Personne au secrétariat ne porte cet identifiant",
    detail: "Indiquez un utilisateur inscrit pour le secrétariat.",
  },
  "unknown-contact": {
    title: "Aucun contact avec la partie ne porte ce numéro",
    detail: "Voyez les contacts de la partie.",
  },
  "no-open-invitation": {
    title: "Personne n’attend ces invitations",
    detail: "Indiquez des personnes invitées qui n’ont pas encore utilisé leur accès.",
  },
  "party-required": {
    title: "Le rôle et la partie ne s’accordent pas",
    detail: "Une mission permanente agit pour une partie ; le secrétariat et la présidence n’agissent pour aucune.",
  },
  "invalid-party-file": {
    title: "Le fichier des parties a des lignes défectueuses ; rien n’a été importé",
    detail: "Corrigez les lignes et colonnes que `errors` désigne et renvoyez le fichier entier.",
  },
  "key-reused": {
    title: "Cet Idempotency-Key a déjà accompagné un autre corps de requête",
    detail: "Créez une nouvelle clé pour une nouvelle requête ; répétez une requête sans en changer le corps.",
  },
  "version-missing": {
    title: "Cette modification exige If-Match",
    detail: "Lisez d’abord l’élément et envoyez son ETag dans If-Match.",
  },
  internal: {
    title: "Une défaillance s’est produite",
    detail: "Renvoyez la requête plus tard ; indiquez `instance` aux exploitants du système.",
  },
  busy: {
    title: "Trop de requêtes à la fois",
    detail: "Renvoyez la requête après le nombre de secondes qu’indique Retry-After.",
  },
};
