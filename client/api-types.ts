// Printed from docs/openapi.json by npm run docs:api; changes by hand are lost.

export interface paths {
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API reference as a page */
        get: operations["getReferencePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that the reference page needs */
        get: operations["getReferenceAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the system answers, and what time it has */
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
        /** Bulletins, in the order in which they were ordered */
        get: operations["listBulletins"];
        put?: never;
        /**
         * Order the sending of what was previewed, now or at a time
         * @description Answers at once; the letters are planned page by page and leave behind those about deadlines. Who gets it is settled with the order. Refused where the audience is no longer the one of the preview. Above a number of recipients it waits for a second person of the secretariat.
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
         * A bulletin: what it says, to whom, and how far it is
         * @description `progress` is counted from the letters, a moment behind what was just written.
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
         * @description Whoever ordered it cannot. What is due by now leaves with the approval.
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
         * Everybody a bulletin was frozen for, with the reason and what became of the latest letter
         * @description Name and address are those of the latest letter, as it was sent. `outcome` chooses by what `progress` counts: `bounced`, `delivered` and `complained` are among those `sent`, `to-settle` among those `unknown`.
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
         * Send a bulletin again to those only whom it did not reach
         * @description Letters that failed, bounced or had no usable address; never those that were reported as unwanted, nor those of which nobody knows whether they left.
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
         * Let a bulletin go on that the breaker has stopped
         * @description The breaker counts anew from here.
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
         * Settle all letters of a bulletin of which nobody knows whether they left, in one act
         * @description A letter that the sender claimed and of which neither an answer nor a report came is `unknown`: one about a duty is sent once more by itself, then it waits for a person, as those of bulletins do at once. A report of the mail service that comes later still moves it. Asking for the same again is answered as done. Each letter that waits is settled alike; `progress.toSettle` of the bulletin says how many there are, and its recipients with `outcome=unknown` which. The bulletin is recorded as settled before its letters are: if some of them could not be settled, ask for the same again.
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
         * See whom a bulletin would reach and how it would look, before anything is sent
         * @description Every letter is rendered: what cannot be sent is refused here, with the place or the recipients. `hash` is what the order quotes; it names audience, text and every recipient, and is good until `expiresAt`. `sendAt` is only checked.
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
        /** Whom a preview lists, each with the reason */
        get: operations["listPreviewRecipients"];
        put?: never;
        post?: never;
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
        /** What is public of a party: institution of its focal points, group, start and stage of its reviews */
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
         * How the reviews stand at this moment: stages, blockers, missing people, duties overdue
         * @description Every number has a list: that of its figure, filtered by the values of its part. `total` is the list without a filter. A part that counts nothing is left out. Parts by party are the secretariat's.
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
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of reviews, planned and started */
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
        /** One group */
        get: operations["getGroup"];
        put?: never;
        post?: never;
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
         * @description The reviews start one by one right after; `state` of the group turns from `starting` to `started`. Starting again on the same day changes nothing.
         */
        post: operations["startGroup"];
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
         * @description To the users named, or to all whose invitation is on the worklist as unused. Each gets a new letter; whoever uses the account before it leaves gets none.
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
         * One journal, entry by entry: of a party, group, review, user, bulletin, text or contact-log
         * @description A contact-log has the id of its party, and begins with the first contact. Where there is no such journal the answer is `not-found`; an empty list says that its entries are lost.
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
    "/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stages, instruments, actions, refusals and other codes are called in the language asked for
         * @description In the best of the six working languages for `Accept-Language`; English where it names none of them. Labels are plain text without markup. Codes may be added: show the code itself where a label is missing.
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
        /** Letters in one state, those that have waited longest first */
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
        /** One letter and what became of it */
        get: operations["getLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/{letterId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a letter was sent, or was not: rule, date, generation, recipient */
        get: operations["explainLetter"];
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
         * Settle a letter of which nobody knows whether it left: it went out, or it is sent again
         * @description A letter that the sender claimed and of which neither an answer nor a report came is `unknown`: one about a duty is sent once more by itself, then it waits for a person, as those of bulletins do at once. A report of the mail service that comes later still moves it. Asking for the same again is answered as done. Sent again, the letter ends as `failed` and a new one is planned, with the next attempt; it is written as things stand then, and not sent where nothing is left to say; an invitation counts as the next one of its user. A letter of a bulletin is settled alone while the bulletin itself may be settled: not while it is stopped, nor after it was given up.
         */
        post: operations["settleLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same letters, each with why it was sent, or was not, and with its history */
        get: operations["listLetterExplanations"];
        put?: never;
        post?: never;
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
        /** Who I am here, where I serve, and whether I have to set up a second factor */
        get: operations["getMe"];
        put?: never;
        post?: never;
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
        /** Parties that have not named a focal point, or experts, by earliest date */
        get: operations["listMissingNominations"];
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
        /** This description, OpenAPI 3.1 */
        get: operations["getOpenApi"];
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
        /** Who reviews whom, as the lots were drawn */
        get: operations["listPairings"];
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
        /** Parties to the Convention */
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
        /** One party */
        get: operations["getParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct what is recorded of a party, with the reason */
        patch: operations["correctParty"];
        trace?: never;
    };
    "/v1/parties/{partyId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact log of a party, the last recorded first */
        get: operations["listPartyContacts"];
        put?: never;
        /**
         * Record a call, a briefing or another contact with a party
         * @description About one of its reviews, or in general. `nextOn` brings it back to the worklist on that day, until a contact that `follows` it is recorded. The note stands beside the journal and may name people.
         */
        post: operations["recordContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters to a party, newest first */
        get: operations["listPartyLetters"];
        put?: never;
        post?: never;
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
         * @description For each letter of the day what became of it, and for each duty of the party of which none speaks why it was not reminded of: not started, met, no step of the ladder on that day, a date that was moved, an address that failed. A past day is judged by what was recorded by its end, a day ahead by what is recorded now, up to twelve years from today.
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
    "/v1/parties/{partyId}/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A party's focal points and governmental experts with their contact details
         * @description Open to all registered users (background paper, paragraph 20). Observers are listed to the secretariat and to their own party only.
         */
        get: operations["listMandates"];
        put?: never;
        /**
         * Name a focal point, a governmental expert or an observer
         * @description Takes effect in all named reviews at once, or in none. `reviews` left out means every review in which the party holds a seat. One focal point per party and review; several experts. A name given ahead of the start of a group counts when it starts.
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
         * @description Read by whoever may read the party's mandates, and where `Location` leads after somebody was named. One that has ended, and that of an observer of another party, are not found.
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
    "/v1/parties/{partyId}/mandates/{mandateId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tick a nomination: it says what the note verbale says
         * @description A focal point or an expert who was newly named stays on the worklist until then. Ticked in every review in which the mandate stands; the same again changes nothing.
         */
        post: operations["checkNomination"];
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
         * @description A focal point removed is owed again within two weeks, the last expert within four; the stage of a review stays. A day that was set may come earlier; a focal point named to follow then begins on that day.
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
         * @description Takes effect in every review in which the mandate stands, at once or on a day ahead: until then both read and the old one clears, from then the old one's access has ended and open duties have moved. A day that was set may come earlier: the same again with the earlier day, which the successor then begins with.
         */
        post: operations["replaceMandate"];
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
        /** How the party's permanent mission is reached */
        get: operations["getMission"];
        /**
         * Set the mission's addresses, language and place
         * @description Another address is told to the one before by letter. Until it is confirmed, letters to the mission go to both: to it, and to the last that was confirmed. An address that was never confirmed and is replaced in turn gets nothing more.
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
         * @description Until the address of a mission is confirmed, letters go to the one before as well. It is confirmed by this, or by itself as soon as the account of the mission that has the new address is used after a sign-in that followed the change. An address that waits for no confirmation is answered as it stands.
         */
        post: operations["confirmMission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{partyId}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a party owes in its reviews, earliest due first */
        get: operations["listPartyObligations"];
        put?: never;
        post?: never;
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
         * @description CSV with the columns of data/parties.csv. A broken row is named with its row and column, and nothing is imported. A sound file is applied party by party: where a request ends early, send the file again; what stands already is left alone.
         */
        post: operations["importParties"];
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
         * @description By regional group, each party with what is missing and since when, the letters about it since the first of its seats fell vacant, and the contacts of the log. Of all parties together at most the newest 2,000 letters and 2,000 contacts are read, fewer where they are long: `lettersSince` and `contactsSince` then say from when on they are complete, and earlier ones may be missing; without them none is. A nomination comes on it 22 days after its date; those that are missing and not yet on it are counted in `figures`, the next of them comes on it at `nextListedAt`, and all are listed by `GET /v1/missing-nominations`.
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
    "/v1/presidents-list/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The President's list as one page to print
         * @description In English, with nothing to load besides: a summary, two lines a party, and on a screen its letters and contacts one by one.
         */
        get: operations["getPresidentsListPage"];
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
         * @description It says the stored text `president-reminder`, in its latest version or the one that is named, and leaves at once as a bulletin: previewed, ordered, followed and given up like any other. The journal tells who ordered it, and which version. A party is sent it once a week: whoever was sent it before is left out, and where nobody else is on the list it is refused.
         */
        post: operations["sendPresidentsReminder"];
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
        /** Concluded reviews whose list of observations and summary are published */
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
         * @description Where one reply does not hold all texts it has a `next`, to be sent back as `cursor`: each reply has the list with its summary, and some of the answers, of the feedback and of the clarifications.
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
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reviews that the caller may see
         * @description `officer` gives the reviews of one officer, to the secretariat.
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
        /** One review: stage, seats, duties, what blocks it, and what the caller may do now */
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
        /** The answers as they were submitted, for the instruments that the caller may read */
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
        /** The drafts of answers, one for each instrument, with their versions */
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
        /** The draft of the answers for one instrument */
        get: operations["getAnswerDraft"];
        /**
         * Write the draft of the answers for one instrument
         * @description If-Match names the draft's own ETag, "v0" where nothing was written yet; the review does not move.
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
        /** Open the answers to the focal points and experts of all participating parties */
        post: operations["openAnswers"];
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
        /** Return the answers at their party's request, while no reviewer has cleared feedback */
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
         * @description By the focal point of the party under review: one draft for each of its instruments, in the version that was read. The reviewers' six months count from this day. Answers that are in stand: the same drafts again are answered as done, others are refused.
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
         * What reviewing parties asked, and what was answered, in the order of asking
         * @description A page holds fewer than `limit` where the texts are long.
         */
        get: operations["listClarifications"];
        put?: never;
        /**
         * Ask the party under review to clarify its answers
         * @description The same text again, under a key of its own, while the party's request of that text is open asks nothing new: the reply is the open request, with its number. `instruments` says what it is about: some of the asking party's, all of them where it is left out. Reviewing parties read the requests about instruments of theirs.
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
         * @description An answer stands: the same text again is answered as done, another one is refused.
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
        /** Close a request for clarification that stayed unanswered past its date */
        post: operations["closeClarification"];
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
         */
        post: operations["recordLanguages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/consultation/meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record on which day the parties met */
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
         * Record the outcome of the consultation; the answers are then owed
         * @description Takes a meeting and languages, recorded before or given here. `withoutMeeting` is the exception of footnote 9, with its reason, and recorded by the secretariat only. The six months count from the setting, or from `clockStartsOn` where the parties agreed on a day; `answersDueOn` is an earlier day that they agreed on. An outcome that is recorded stands; only the same one again is answered as done.
         */
        post: operations["concludeConsultation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact log of a review, over all its parties */
        get: operations["listReviewContacts"];
        put?: never;
        post?: never;
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
        /** Correct the day of a start, a consultation or a receipt; what counts from it is dated anew */
        post: operations["correctDate"];
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
         * @description Feedback that is in stands: the same drafts again are answered as done, others are refused.
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
        /** A reviewing party's draft of feedback for one instrument */
        get: operations["getFeedbackDraft"];
        /**
         * Write a reviewing party's draft of feedback for one instrument
         * @description If-Match names the draft's own ETag, "v0" where nothing was written yet; the review does not move.
         */
        put: operations["putFeedbackDraft"];
        post?: never;
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
        /** Return a party's feedback at its request, while nobody has agreed to the list */
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
    "/v1/reviews/{reviewId}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a review, entry by entry */
        get: operations["getReviewJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/journal/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the review's chain of hashes is whole, and its first broken link */
        get: operations["verifyReviewJournal"];
        put?: never;
        post?: never;
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
         * @description To whom, about which duty and date, when, and with what receipt; letters that were not sent are there with the reason. The secretariat sees those to all parties that hold or held a seat, a permanent mission those to its own party. Invitations to accounts are about no review and are not among them.
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
    "/v1/reviews/{reviewId}/notices.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proof of notice as one file for a spreadsheet
         * @description The same letters in the same order, with a column for each member of the list. A file holds 2,000 letters or fewer; where there are more, the header `Link` names the next (`rel="next"`). CSV as of RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets misread names. Every cell is quoted; one that a spreadsheet would take for a formula has an apostrophe before it.
         */
        get: operations["exportReviewNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed in a review, earliest due first */
        get: operations["listReviewObligations"];
        put?: never;
        post?: never;
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
         * Tell of a delay, with its reason and the new day
         * @description By the party that owes the duty, also after its date has passed. The original date stays; all parties of the review are told. Nominations are not delayed. Where the policy of the day wants the secretariat's approval, which it does not unless it is changed, the delay stands as `delayAsked` in the place of one that waited before: the date moves, and the parties are told, with the approval.
         */
        post: operations["notifyDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/obligations/{obligationId}/delay/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a delay that waits; the date moves
         * @description `dueOn` is the day that was read in `delayAsked`: another may have been told of since. A day that is over by now is not approved any more.
         */
        post: operations["approveDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{reviewId}/obligations/{obligationId}/delay/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a delay that waits, with the reason; the date stays
         * @description The party that told of it is told, with the reason. It may tell of another.
         */
        post: operations["refuseDelay"];
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
        /** The list of observations and its summary as they are on the table, and who has agreed */
        get: operations["getObservations"];
        /**
         * Put a new version of the list and its summary on the table
         * @description If-Match names the ETag of the list, "v0" before the first. Whoever agreed to the version before owes agreement again.
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
        /** Agree, for one's party, to one version of the list */
        post: operations["agreeToObservations"];
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
        /** Publish list and summary, once every party has agreed; the review is then concluded */
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
         * Give a review to an officer of the secretariat, or to nobody
         * @description Who sees to a review changes nothing of it, so no If-Match is asked for: what was said last stands, whatever else happened in the review meanwhile. With the review's ETag as If-Match it is refused where the review has changed since. `null` gives it to nobody; the same again changes nothing.
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
        /** Consent to publishing the party's answers, the dialogue, or both, after conclusion */
        post: operations["consentToPublication"];
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
         * Ask that lots be drawn again for a reviewing seat
         * @description The party under review for any reviewing seat, a reviewing party for its own; at most four times per party. A seat for which that was asked already, by whichever party, is not counted again. The secretariat says by `party` for whom it records.
         */
        post: operations["askRedraw"];
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
         * Draw lots again for a seat that was asked for, or record a drawing held outside
         * @description Without `drawn` the lots are drawn here among all parties that the rules allow, by the seed that the reply names. A drawing held outside that breaks a rule stands only with `deviation`, its reason.
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
         * @description Of every open duty that the caller may see, or of the one that `obligation` names. With `newDate` besides: what would leave, and what would not, if the party that owes it told of a delay to that day now. Nothing changes by asking.
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
    "/v1/suppressed-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses to which nothing is sent because letters failed there, the longest suppressed first
         * @description An address is suppressed by a lasting bounce, a complaint, or a rejection. Letters to a mission then go to its second address. A corrected address is used at once; one that was mended on the other side is released here.
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
    "/v1/suppressed-addresses/{letterId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a suppressed address, named by the letter that failed there
         * @description Letters go there again right after, and the mail service takes the address off its own list. Recorded in the journal of the party or the user. Letters that were not sent meanwhile are not sent now: the next one is.
         */
        post: operations["releaseSuppressedAddress"];
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
        /** Stored texts, each in its latest version, by id */
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
         * A stored text: the latest version, or the one that is asked for
         * @description The `ETag` is that of the latest version, whichever is read. Version 0 of `president-reminder`, the reminder that the President signs, comes with the system.
         */
        get: operations["getText"];
        /**
         * Store a text, or its next version
         * @description A new text is put under `If-Match: "v0"`. Earlier versions stay readable, and bulletins say which they took. The same text again is no new version.
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
         * @description A page may hold fewer than asked for, also none; `next` says whether there are more.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Register a user: secretariat, President, or permanent mission of a party
         * @description An account is created and an invitation sent. Focal points, experts and observers are named instead.
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
        /** One user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct what is recorded of a person
         * @description With another address the account of the old one ends at once, and what was sent there is worth nothing; an account for the new one is made and its owner invited.
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
         * @description By a member who neither registered, reopened nor readdressed the user. Until then the user approves nothing that was ordered by whoever did, or by somebody who has access on the word of the same member, and the other way round. A user whom nobody has to confirm is answered as it stands.
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
         * Erase a person after their service
         * @description Name, address, telephone, account, the addresses and texts of letters to the person, and notes that speak of them are erased, and nobody can take that back; within the hour nothing is left. The id stays in the journal and leads to nobody. A mission's, the secretariat's and the President's users are closed first; a delegate's mandates must have ended. The address is free again, for another id.
         */
        post: operations["eraseUser"];
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
        /** Open a user's access again */
        post: operations["reopenUser"];
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
         * @description `kind` gives one kind alone, `officer` what is theirs: of their reviews, or of parties whose review is theirs; a bulletin that waits for a second person is on every officer's list. A page may hold fewer items than `limit` and still have a `next`.
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
        Addressee: {
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reason: components["schemas"]["AddresseeReason"];
            recipient: components["schemas"]["BulletinRecipient"];
            reviews: components["schemas"]["ReviewId"][];
        };
        AddresseePage: {
            items: components["schemas"]["Addressee"][];
            next?: string;
        };
        AddresseeReason: {
            as: components["schemas"]["AudienceRole"];
            /** @constant */
            code: "registered";
            party: components["schemas"]["PartyId"];
        } | {
            as: components["schemas"]["AudienceRole"];
            /** @constant */
            code: "seated";
            party: components["schemas"]["PartyId"];
            reviews: components["schemas"]["ReviewId"][];
        } | {
            as: components["schemas"]["AudienceRole"];
            /** @constant */
            code: "listed";
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            kinds: components["schemas"]["FigureKind"][];
            list: components["schemas"]["AudienceList"];
            party: components["schemas"]["PartyId"];
            reviews: components["schemas"]["ReviewId"][];
        };
        AllLetterPage: {
            items: components["schemas"]["Letter"][];
            next?: string;
        };
        Answers: {
            openedAt?: components["schemas"]["Instant"];
            receivedOn?: components["schemas"]["CalendarDate"];
            review: components["schemas"]["ReviewId"];
            submittedAt?: components["schemas"]["Instant"];
            texts: components["schemas"]["Text"][];
        };
        AnswersState: {
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            openedAt?: components["schemas"]["Instant"];
            receivedOn?: components["schemas"]["CalendarDate"];
            submittedAt: components["schemas"]["Instant"];
        };
        Audience: {
            clusters?: number[];
            groups?: components["schemas"]["GroupId"][];
            instruments?: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            kinds?: components["schemas"]["FigureKind"][];
            list?: components["schemas"]["AudienceList"];
            parties?: components["schemas"]["PartyId"][];
            regionalGroups?: ("AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG")[];
            roles: components["schemas"]["AudienceRole"][];
            seats?: ("under-review" | "reviewing" | "additional-reviewer")[];
            stages?: ("scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded")[];
        };
        /** @enum {string} */
        AudienceList: "presidents-list" | "reviews" | "reviews-blocked" | "reviews-missing-somebody" | "blockers" | "focal-points-missing" | "experts-missing" | "duties-overdue" | "duties-late" | "duties-delayed" | "duties-returned";
        /** @enum {string} */
        AudienceRole: "mission" | "focal-point" | "expert";
        AvailableAction: {
            /** @enum {string} */
            action: "system.read" | "pairings.read" | "country-profile.read" | "published.read" | "me.read" | "parties.read" | "party.import" | "party.correct" | "mission.read" | "mission.write" | "mission.confirm" | "groups.read" | "group.start" | "reviews.list" | "review.read" | "mandates.read" | "focal-point.name" | "expert.name" | "observer.name" | "mandate.replace" | "mandate.remove" | "obligations.read" | "consultation.record" | "consultation.waive-meeting" | "languages.record" | "answers.draft" | "answers.read-draft" | "answers.submit" | "answers.read" | "answers.return" | "answers.open" | "feedback.draft" | "feedback.read-draft" | "feedback.clear" | "feedback.read" | "feedback.return" | "clarification.ask" | "clarification.answer" | "clarification.close" | "clarifications.read" | "observations.draft" | "observations.agree" | "observations.publish" | "observations.read" | "publication.consent" | "delay.notify" | "delay.approve" | "delay.refuse" | "redraw.ask" | "redraw.carry-out" | "date.correct" | "letters.read" | "letters.list-all" | "notices.read" | "suppressed-addresses.read" | "suppressed-address.release" | "letter.settle" | "contact.record" | "contacts.read" | "officer.assign" | "worklist.read" | "nomination.check" | "invitations.resend" | "review.journal" | "journal.read" | "missing-nominations.read" | "presidents-reminder.send" | "figures.read" | "figure-members.read" | "bulletins.read" | "bulletin.preview" | "bulletin.order" | "bulletin.approve" | "bulletin.cancel" | "bulletin.resume" | "bulletin.resend" | "bulletin.settle" | "texts.read" | "text.write" | "user.register" | "users.read" | "user.correct" | "user.close" | "user.reopen" | "user.erase" | "user.confirm";
            method: string;
            operationId: string;
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            path: string;
        };
        Basis: {
            document: string;
            paragraph?: number;
            source: string;
        };
        Blocked: {
            /** @enum {string} */
            duty?: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            since: components["schemas"]["Instant"];
            /** @enum {string} */
            why: "focal-point-missing" | "duty-overdue" | "consultation-past-target" | "redraw-to-carry-out" | "list-to-publish";
        };
        Blocker: {
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            kind: components["schemas"]["FigureKind"];
            overdue: boolean;
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
        };
        BounceCount: {
            bounced: number;
            results: number;
        };
        Bulletin: {
            approvedBy?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            approvedByName?: string;
            id: components["schemas"]["BulletinId"];
            orderedAt: components["schemas"]["Instant"];
            orderedBy: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            orderedByName?: string;
            preview: components["schemas"]["Hash"];
            recipients: number;
            releasedAt?: components["schemas"]["Instant"];
            rounds: components["schemas"]["BulletinRound"][];
            sendAt: components["schemas"]["Instant"];
            state: components["schemas"]["BulletinState"];
            stoppedFor?: components["schemas"]["BounceCount"];
            subject: string;
            version: number;
        };
        BulletinDetails: {
            approvedBy?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            approvedByName?: string;
            audience: components["schemas"]["Audience"];
            id: components["schemas"]["BulletinId"];
            orderedAt: components["schemas"]["Instant"];
            orderedBy: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            orderedByName?: string;
            preview: components["schemas"]["Hash"];
            progress: components["schemas"]["BulletinProgress"];
            recipients: number;
            releasedAt?: components["schemas"]["Instant"];
            rounds: components["schemas"]["BulletinRound"][];
            sendAt: components["schemas"]["Instant"];
            state: components["schemas"]["BulletinState"];
            stoppedFor?: components["schemas"]["BounceCount"];
            stored?: components["schemas"]["TextUsed"];
            subject: string;
            text: components["schemas"]["BulletinText"];
            version: number;
        };
        BulletinDraft: {
            audience: components["schemas"]["Audience"];
            sendAt?: components["schemas"]["Instant"];
            stored?: components["schemas"]["TextTaken"];
            text?: components["schemas"]["BulletinText"];
        };
        /** @example b-01jd8m3v9tq4w7x2c5e6r8y0ab */
        BulletinId: string;
        BulletinOrder: {
            preview: components["schemas"]["Hash"];
            sendAt?: components["schemas"]["Instant"];
        };
        BulletinPage: {
            items: components["schemas"]["Bulletin"][];
            next?: string;
        };
        BulletinPreview: {
            expiresAt: components["schemas"]["Instant"];
            hash: components["schemas"]["Hash"];
            items: components["schemas"]["Addressee"][];
            needsApproval: boolean;
            recipients: number;
            samples: components["schemas"]["BulletinSample"][];
            /** @description Recipients of whom no address is recorded: their letters will end as skipped. So will those of whom every address is suppressed at the moment of sending; the worklist has them as `recipient-unreachable` */
            withoutAddress: number;
        };
        BulletinProgress: {
            bounced: number;
            complained: number;
            delivered: number;
            failed: number;
            recipients: number;
            sent: number;
            skipped: number;
            toSettle: number;
            unknown: number;
            waiting: number;
        };
        BulletinRecipient: {
            /** @constant */
            kind: "mission";
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
        } | {
            /** @constant */
            kind: "user";
            /** @description Absent where the caller may not know it, and once the person was erased */
            personName?: string;
            user: components["schemas"]["UserId"];
        };
        BulletinRecipientPage: {
            items: components["schemas"]["BulletinRecipientStatus"][];
            next?: string;
        };
        BulletinRecipientStatus: {
            address?: string;
            letter?: {
                changedAt: components["schemas"]["Instant"];
                id: components["schemas"]["LetterId"];
                reason?: string;
                round: number;
                /** @enum {string} */
                state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
            };
            name?: string;
            outcome: components["schemas"]["LetterOutcome"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reason: components["schemas"]["AddresseeReason"];
            recipient: components["schemas"]["BulletinRecipient"];
            reviews: components["schemas"]["ReviewId"][];
        };
        BulletinRound: {
            at: components["schemas"]["Instant"];
            recipients: number;
        };
        BulletinSample: {
            html: string;
            recipient: components["schemas"]["BulletinRecipient"];
            subject: string;
            text: string;
        };
        /** @enum {string} */
        BulletinState: "awaiting-approval" | "scheduled" | "sending" | "stopped" | "unsettled" | "sent" | "cancelled";
        /** @description Plain text; `{{party}}` and the like are filled in for each recipient */
        BulletinText: {
            /** @description Plain text of at most 60000 characters, with line breaks */
            body: string;
            subject: string;
        };
        /**
         * Format: date
         * @description A calendar day in Vienna
         * @example 2020-12-01
         */
        CalendarDate: string;
        ChainVerification: {
            entries: number;
            firstBroken?: {
                version: number;
                why: string;
            };
            intact: boolean;
            lastHash: string;
            review: components["schemas"]["ReviewId"];
        };
        Clarification: {
            answer?: {
                hash: components["schemas"]["Hash"];
                text: string;
            };
            askedAt: components["schemas"]["Instant"];
            askedBy: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            askedByName: string;
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            number: number;
            question: {
                hash: components["schemas"]["Hash"];
                text: string;
            };
            settledAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "open" | "answered" | "closed";
        };
        ClarificationList: {
            items: components["schemas"]["Clarification"][];
            next?: string;
        };
        ClarificationRequest: {
            instruments?: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            /** @description Plain text of at most 60000 characters, with line breaks */
            text: string;
        };
        ClarificationState: {
            askedAt: components["schemas"]["Instant"];
            askedBy: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            askedByName: string;
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            number: number;
            settledAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "open" | "answered" | "closed";
        };
        Clearance: {
            drafts: {
                /** @enum {string} */
                instrument: "UNTOC" | "TIP" | "SOM" | "FP";
                version: number;
            }[];
        };
        /** @enum {string} */
        ClosingReason: "left-service" | "compromised" | "registered-by-mistake" | "other";
        Consultation: {
            answersDueOn?: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            clock?: "review-start" | "consultation" | "agreed-date";
            clockStartsOn?: components["schemas"]["CalendarDate"];
            concludedOn?: components["schemas"]["CalendarDate"];
            heldOn?: components["schemas"]["CalendarDate"];
            languages?: ("ar" | "en" | "es" | "fr" | "ru" | "zh")[];
            /** @enum {string} */
            languagesOpen?: "in-discussion" | "lack-of-resources";
            toConfirmWith?: components["schemas"]["PartyId"][];
            translationNeeded?: ("ar" | "en" | "es" | "fr" | "ru" | "zh")[];
            withoutMeeting?: boolean;
        };
        ConsultationOutcome: {
            answersDueOn?: components["schemas"]["CalendarDate"];
            clockStartsOn?: components["schemas"]["CalendarDate"];
            concludedOn?: components["schemas"]["CalendarDate"];
            heldOn?: components["schemas"]["CalendarDate"];
            languages?: {
                exception?: string;
                languages: string[];
            };
            languagesOpen?: {
                /** @default [] */
                translationNeeded: ("ar" | "en" | "es" | "fr" | "ru" | "zh")[];
                /** @enum {string} */
                why: "in-discussion" | "lack-of-resources";
            };
            withoutMeeting?: string;
        };
        Contact: {
            contactedOn: components["schemas"]["CalendarDate"];
            followedBy?: number;
            follows?: number;
            nextOn?: components["schemas"]["CalendarDate"];
            note?: string;
            number: number;
            officer: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            officerName?: string;
            /** @enum {string} */
            outcome: "no-answer" | "informed" | "promised" | "support-asked" | "declined" | "other";
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            recordedAt: components["schemas"]["Instant"];
            review?: components["schemas"]["ReviewId"];
            /** @enum {string} */
            way: "call" | "briefing" | "field-office" | "president" | "meeting-attempted";
        };
        ContactPage: {
            items: components["schemas"]["Contact"][];
            next?: string;
        };
        CountryProfile: {
            focalPointInstitutions: string[];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reviews: {
                cluster: number;
                group: components["schemas"]["GroupId"];
                review: components["schemas"]["ReviewId"];
                /** @enum {string} */
                stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
                startedOn?: components["schemas"]["CalendarDate"];
            }[];
        };
        CurrentFigures: {
            asOf: components["schemas"]["Instant"];
            figures: components["schemas"]["Figure"][];
            group?: components["schemas"]["GroupId"];
        };
        DateCorrection: {
            reason: string;
            to: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            what: "start" | "consultation" | "submission";
        };
        Delay: {
            dueOn: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            reason: "coordination" | "information-gathering" | "clearance" | "digital-gap" | "translation" | "change-of-focal-point" | "other";
        };
        DelayApproval: {
            dueOn: components["schemas"]["CalendarDate"];
        };
        DelayAsked: {
            at: components["schemas"]["Instant"];
            beyondRules: boolean;
            dueOn: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            reason: "coordination" | "information-gathering" | "clearance" | "digital-gap" | "translation" | "change-of-focal-point" | "other";
        };
        DelayRefusal: {
            dueOn: components["schemas"]["CalendarDate"];
            reason: string;
        };
        DelayRefused: {
            at: components["schemas"]["Instant"];
            dueOn: components["schemas"]["CalendarDate"];
            reason: string;
        };
        Draft: {
            changedAt?: components["schemas"]["Instant"];
            changedBy?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            changedByName?: string;
            /** @enum {string} */
            instrument: "UNTOC" | "TIP" | "SOM" | "FP";
            /** @enum {string} */
            kind: "answers" | "feedback";
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            review: components["schemas"]["ReviewId"];
            text: string | null;
            version: number;
        };
        DraftList: {
            items: components["schemas"]["Draft"][];
            next?: string;
        };
        /** @enum {string} */
        ErasureReason: "asked-by-person" | "asked-by-party" | "retention-over" | "registered-by-mistake" | "other";
        /** @enum {string} */
        ErasureSource: "note-verbale" | "letter" | "e-mail" | "telephone" | "meeting" | "own-motion";
        /**
         * @description Version of the item, like "v3"
         * @example "v3"
         */
        ETag: string;
        Feedback: {
            items: components["schemas"]["PartyFeedback"][];
            next?: string;
            review: components["schemas"]["ReviewId"];
        };
        FeedbackState: {
            clearedAt: components["schemas"]["Instant"];
            formerReviewer?: components["schemas"]["FormerReviewer"];
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
        };
        FieldError: {
            column?: string;
            header?: string;
            message: string;
            parameter?: string;
            pointer?: string;
            row?: number;
        };
        Figure: {
            /** @enum {string} */
            counts: "reviews" | "blockers" | "seats" | "duties";
            definition: string;
            figure: components["schemas"]["FigureName"];
            kindsOverlap: boolean;
            parts: components["schemas"]["FigurePart"][];
            sources: string[];
            total: number;
        };
        /**
         * @description A kind of duty, or `consultation` past its target, or `publication`
         * @enum {string}
         */
        FigureKind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement" | "consultation" | "publication";
        FigureMember: {
            blockedBy?: components["schemas"]["FigureKind"][];
            cluster: number;
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            group: components["schemas"]["GroupId"];
            kind?: components["schemas"]["FigureKind"];
            obligation?: components["schemas"]["ObligationId"];
            originalDueAt?: components["schemas"]["Instant"];
            originalDueOn?: components["schemas"]["CalendarDate"];
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            review: components["schemas"]["ReviewId"];
            since: components["schemas"]["Instant"];
            /** @enum {string} */
            stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
        };
        FigureMemberPage: {
            asOf: components["schemas"]["Instant"];
            count: number;
            figure: components["schemas"]["FigureName"];
            items: components["schemas"]["FigureMember"][];
            next?: string;
        };
        /** @enum {string} */
        FigureName: "reviews" | "reviews-blocked" | "reviews-missing-somebody" | "blockers" | "focal-points-missing" | "experts-missing" | "duties-overdue" | "duties-late" | "duties-delayed" | "duties-returned";
        /** @description How many of a figure have these values; none are left out */
        FigurePart: {
            cluster?: number;
            count: number;
            group?: components["schemas"]["GroupId"];
            kind?: components["schemas"]["FigureKind"];
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            /** @enum {string} */
            stage?: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
        };
        FormerReviewer: {
            replacedBy: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            replacedByName: string;
            until: components["schemas"]["Instant"];
        };
        GatewayMessage: {
            message: string;
        };
        Group: {
            behindPlan: boolean;
            cluster: number;
            group: number;
            id: components["schemas"]["GroupId"];
            plannedFor: components["schemas"]["CalendarDate"];
            reviews: number;
            startedOn?: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            state: "planned" | "starting" | "started";
            version: number;
        };
        /** @example c1-g1 */
        GroupId: string;
        GroupPage: {
            items: components["schemas"]["Group"][];
            next?: string;
        };
        GroupStart: {
            startedOn: components["schemas"]["CalendarDate"];
        };
        Hash: string;
        Health: {
            now: components["schemas"]["Instant"];
            stage: string;
            /** @constant */
            status: "ok";
        };
        /**
         * Format: date-time
         * @description Instant in UTC with milliseconds
         * @example 2020-12-01T08:00:00.000Z
         */
        Instant: string;
        InstrumentLabel: {
            name: string;
            short: string;
        };
        InvitationsAgain: {
            more: boolean;
            users: components["schemas"]["UserId"][];
        };
        InvitationsResend: {
            users: "all" | components["schemas"]["UserId"][];
        };
        JournalEntry: {
            by: string;
            /** @description Absent where the caller may not know it, and once the person was erased */
            byName?: string;
            facts: ({
                happenedAt: components["schemas"]["Instant"];
                kind: string;
            } & {
                [key: string]: unknown;
            })[];
            hash: components["schemas"]["Hash"];
            previous: string;
            recordedAt: components["schemas"]["Instant"];
            version: number;
        };
        JournalFeedEntry: {
            by: string;
            /** @description Absent where the caller may not know it, and once the person was erased */
            byName?: string;
            facts: ({
                happenedAt: components["schemas"]["Instant"];
                kind: string;
            } & {
                [key: string]: unknown;
            })[];
            hash: components["schemas"]["Hash"];
            previous: string;
            recordedAt: components["schemas"]["Instant"];
            subject: string;
            version: number;
        };
        JournalFeedPage: {
            items: components["schemas"]["JournalFeedEntry"][];
            next?: string;
        };
        JournalHead: {
            hash: components["schemas"]["Hash"];
            id: string;
            version: number;
        };
        JournalHeadPage: {
            items: components["schemas"]["JournalHead"][];
            next?: string;
        };
        JournalPage: {
            items: components["schemas"]["JournalEntry"][];
            next?: string;
        };
        Labels: {
            absences: {
                "access-closed": string;
                ahead: string;
                "another-day": string;
                bounced: string;
                cancelled: string;
                "date-moved": string;
                "dated-since": string;
                duplicate: string;
                failed: string;
                "fell-away": string;
                "in-digest": string;
                met: string;
                "no-address": string;
                "no-review": string;
                "no-step": string;
                "nobody-named": string;
                "not-open-yet": string;
                "not-planned": string;
                "not-started": string;
                replaced: string;
                sent: string;
                suppressed: string;
                unknown: string;
                waiting: string;
            };
            actions: {
                "answers.draft": string;
                "answers.open": string;
                "answers.read": string;
                "answers.read-draft": string;
                "answers.return": string;
                "answers.submit": string;
                "bulletin.approve": string;
                "bulletin.cancel": string;
                "bulletin.order": string;
                "bulletin.preview": string;
                "bulletin.resend": string;
                "bulletin.resume": string;
                "bulletin.settle": string;
                "bulletins.read": string;
                "clarification.answer": string;
                "clarification.ask": string;
                "clarification.close": string;
                "clarifications.read": string;
                "consultation.record": string;
                "consultation.waive-meeting": string;
                "contact.record": string;
                "contacts.read": string;
                "country-profile.read": string;
                "date.correct": string;
                "delay.approve": string;
                "delay.notify": string;
                "delay.refuse": string;
                "expert.name": string;
                "feedback.clear": string;
                "feedback.draft": string;
                "feedback.read": string;
                "feedback.read-draft": string;
                "feedback.return": string;
                "figure-members.read": string;
                "figures.read": string;
                "focal-point.name": string;
                "group.start": string;
                "groups.read": string;
                "invitations.resend": string;
                "journal.read": string;
                "languages.record": string;
                "letter.settle": string;
                "letters.list-all": string;
                "letters.read": string;
                "mandate.remove": string;
                "mandate.replace": string;
                "mandates.read": string;
                "me.read": string;
                "missing-nominations.read": string;
                "mission.confirm": string;
                "mission.read": string;
                "mission.write": string;
                "nomination.check": string;
                "notices.read": string;
                "obligations.read": string;
                "observations.agree": string;
                "observations.draft": string;
                "observations.publish": string;
                "observations.read": string;
                "observer.name": string;
                "officer.assign": string;
                "pairings.read": string;
                "parties.read": string;
                "party.correct": string;
                "party.import": string;
                "presidents-reminder.send": string;
                "publication.consent": string;
                "published.read": string;
                "redraw.ask": string;
                "redraw.carry-out": string;
                "review.journal": string;
                "review.read": string;
                "reviews.list": string;
                "suppressed-address.release": string;
                "suppressed-addresses.read": string;
                "system.read": string;
                "text.write": string;
                "texts.read": string;
                "user.close": string;
                "user.confirm": string;
                "user.correct": string;
                "user.erase": string;
                "user.register": string;
                "user.reopen": string;
                "users.read": string;
                "worklist.read": string;
            };
            blockedBy: {
                "consultation-past-target": string;
                "duty-overdue": string;
                "focal-point-missing": string;
                "list-to-publish": string;
                "redraw-to-carry-out": string;
            };
            clusters: {
                1: string;
                2: string;
                3: string;
                4: string;
            };
            contactOutcomes: {
                declined: string;
                informed: string;
                "no-answer": string;
                other: string;
                promised: string;
                "support-asked": string;
            };
            contactWays: {
                briefing: string;
                call: string;
                "field-office": string;
                "meeting-attempted": string;
                president: string;
            };
            delayReasons: {
                "change-of-focal-point": string;
                clearance: string;
                coordination: string;
                "digital-gap": string;
                "information-gathering": string;
                other: string;
                translation: string;
            };
            /** @enum {string} */
            dir: "ltr" | "rtl";
            instruments: {
                FP: components["schemas"]["InstrumentLabel"];
                SOM: components["schemas"]["InstrumentLabel"];
                TIP: components["schemas"]["InstrumentLabel"];
                UNTOC: components["schemas"]["InstrumentLabel"];
            };
            /** @enum {string} */
            language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
            languages: {
                ar: string;
                en: string;
                es: string;
                fr: string;
                ru: string;
                zh: string;
            };
            letterStates: {
                accepted: string;
                bounced: string;
                claimed: string;
                complained: string;
                delivered: string;
                failed: string;
                planned: string;
                settled: string;
                skipped: string;
                unknown: string;
            };
            mandateRoles: {
                expert: string;
                "focal-point": string;
                observer: string;
            };
            obligations: {
                agreement: string;
                clarification: string;
                experts: string;
                feedback: string;
                "focal-point": string;
                questionnaire: string;
            };
            problems: {
                "access-closed": components["schemas"]["ProblemText"];
                "address-in-use": components["schemas"]["ProblemText"];
                "address-not-usable": components["schemas"]["ProblemText"];
                "agreement-begun": components["schemas"]["ProblemText"];
                "already-cleared": components["schemas"]["ProblemText"];
                "already-registered": components["schemas"]["ProblemText"];
                "already-serves": components["schemas"]["ProblemText"];
                "another-member-needed": components["schemas"]["ProblemText"];
                "answer-outdated": components["schemas"]["ProblemText"];
                "answers-missing": components["schemas"]["ProblemText"];
                "body-too-large": components["schemas"]["ProblemText"];
                "breaks-lots-rules": components["schemas"]["ProblemText"];
                "bulletin-under-way": components["schemas"]["ProblemText"];
                busy: components["schemas"]["ProblemText"];
                "clarifications-used-up": components["schemas"]["ProblemText"];
                "clock-missing": components["schemas"]["ProblemText"];
                conflict: components["schemas"]["ProblemText"];
                "consultation-concluded": components["schemas"]["ProblemText"];
                "contacts-used-up": components["schemas"]["ProblemText"];
                "date-in-the-future": components["schemas"]["ProblemText"];
                "date-too-early": components["schemas"]["ProblemText"];
                "date-too-late": components["schemas"]["ProblemText"];
                "draft-changed": components["schemas"]["ProblemText"];
                "empty-audience": components["schemas"]["ProblemText"];
                "ends-earlier": components["schemas"]["ProblemText"];
                "erasure-blocked": components["schemas"]["ProblemText"];
                "feedback-begun": components["schemas"]["ProblemText"];
                "feedback-open": components["schemas"]["ProblemText"];
                "focal-point-exists": components["schemas"]["ProblemText"];
                "focal-point-missing": components["schemas"]["ProblemText"];
                "group-already-started": components["schemas"]["ProblemText"];
                "idempotency-key-invalid": components["schemas"]["ProblemText"];
                "idempotency-key-missing": components["schemas"]["ProblemText"];
                incomplete: components["schemas"]["ProblemText"];
                "instrument-not-reviewed": components["schemas"]["ProblemText"];
                internal: components["schemas"]["ProblemText"];
                "invalid-cursor": components["schemas"]["ProblemText"];
                "invalid-party-file": components["schemas"]["ProblemText"];
                "invalid-request": components["schemas"]["ProblemText"];
                "invitations-used-up": components["schemas"]["ProblemText"];
                "key-reused": components["schemas"]["ProblemText"];
                "keys-used-up": components["schemas"]["ProblemText"];
                "languages-missing": components["schemas"]["ProblemText"];
                "last-secretariat-user": components["schemas"]["ProblemText"];
                "list-missing": components["schemas"]["ProblemText"];
                "malformed-json": components["schemas"]["ProblemText"];
                "mandate-ended": components["schemas"]["ProblemText"];
                "meeting-missing": components["schemas"]["ProblemText"];
                "meeting-recorded": components["schemas"]["ProblemText"];
                "method-not-allowed": components["schemas"]["ProblemText"];
                "no-account": components["schemas"]["ProblemText"];
                "no-delay-for-nominations": components["schemas"]["ProblemText"];
                "no-delay-waiting": components["schemas"]["ProblemText"];
                "no-open-invitation": components["schemas"]["ProblemText"];
                "no-review-to-serve": components["schemas"]["ProblemText"];
                "nobody-to-draw": components["schemas"]["ProblemText"];
                "nobody-to-resend": components["schemas"]["ProblemText"];
                "not-agreed": components["schemas"]["ProblemText"];
                "not-confirmed": components["schemas"]["ProblemText"];
                "not-found": components["schemas"]["ProblemText"];
                "not-in-this-review": components["schemas"]["ProblemText"];
                "not-owed": components["schemas"]["ProblemText"];
                "not-participating": components["schemas"]["ProblemText"];
                "not-yet-due": components["schemas"]["ProblemText"];
                "not-yours": components["schemas"]["ProblemText"];
                "nothing-to-settle": components["schemas"]["ProblemText"];
                "old-version": components["schemas"]["ProblemText"];
                "party-required": components["schemas"]["ProblemText"];
                "person-closed": components["schemas"]["ProblemText"];
                "person-erased": components["schemas"]["ProblemText"];
                "preview-changed": components["schemas"]["ProblemText"];
                "preview-expired": components["schemas"]["ProblemText"];
                "preview-used": components["schemas"]["ProblemText"];
                "redraw-not-asked": components["schemas"]["ProblemText"];
                "redraws-used-up": components["schemas"]["ProblemText"];
                "reminder-too-soon": components["schemas"]["ProblemText"];
                "seat-full": components["schemas"]["ProblemText"];
                "seat-held": components["schemas"]["ProblemText"];
                "second-factor-required": components["schemas"]["ProblemText"];
                "second-person-needed": components["schemas"]["ProblemText"];
                "send-time-past": components["schemas"]["ProblemText"];
                "settled-otherwise": components["schemas"]["ProblemText"];
                "stale-version": components["schemas"]["ProblemText"];
                "successor-named": components["schemas"]["ProblemText"];
                "too-many-languages": components["schemas"]["ProblemText"];
                "too-many-recipients": components["schemas"]["ProblemText"];
                "too-much-at-once": components["schemas"]["ProblemText"];
                "too-new-to-approve": components["schemas"]["ProblemText"];
                unavailable: components["schemas"]["ProblemText"];
                "unknown-clarification": components["schemas"]["ProblemText"];
                "unknown-contact": components["schemas"]["ProblemText"];
                "unknown-language": components["schemas"]["ProblemText"];
                "unknown-mandate": components["schemas"]["ProblemText"];
                "unknown-obligation": components["schemas"]["ProblemText"];
                "unknown-officer": components["schemas"]["ProblemText"];
                "unknown-party": components["schemas"]["ProblemText"];
                "unknown-person": components["schemas"]["ProblemText"];
                "unknown-seat": components["schemas"]["ProblemText"];
                "unusable-text": components["schemas"]["ProblemText"];
                "version-missing": components["schemas"]["ProblemText"];
                "wrong-bulletin-state": components["schemas"]["ProblemText"];
                "wrong-content-type": components["schemas"]["ProblemText"];
                "wrong-stage": components["schemas"]["ProblemText"];
                "wrong-token-use": components["schemas"]["ProblemText"];
            };
            regionalGroups: {
                AFRICAN: string;
                ASIA_PACIFIC: string;
                EASTERN_EUROPEAN: string;
                GRULAC: string;
                WEOG: string;
            };
            seatRoles: {
                "additional-reviewer": string;
                reviewing: string;
                "under-review": string;
            };
            stages: {
                concluded: string;
                consultation: string;
                feedback: string;
                nomination: string;
                observations: string;
                questionnaire: string;
                scheduled: string;
            };
            userAccess: {
                closed: string;
                erased: string;
                open: string;
            };
            userRoles: {
                delegate: string;
                "permanent-mission": string;
                president: string;
                secretariat: string;
            };
            worklist: {
                "address-bounced": components["schemas"]["WorkWords"];
                "bulletin-stopped": components["schemas"]["WorkWords"];
                "bulletin-to-approve": components["schemas"]["WorkWords"];
                "bulletin-unsettled": components["schemas"]["WorkWords"];
                "delay-to-approve": components["schemas"]["WorkWords"];
                "duty-overdue": components["schemas"]["WorkWords"];
                "follow-up-due": components["schemas"]["WorkWords"];
                "invitation-unused": components["schemas"]["WorkWords"];
                "letter-unknown": components["schemas"]["WorkWords"];
                "nomination-to-check": components["schemas"]["WorkWords"];
                "recipient-unreachable": components["schemas"]["WorkWords"];
                "review-blocked": components["schemas"]["WorkWords"];
            };
        };
        LanguagesOfReview: {
            exception?: string;
            languages: string[];
        } | {
            open: {
                /** @default [] */
                translationNeeded: ("ar" | "en" | "es" | "fr" | "ru" | "zh")[];
                /** @enum {string} */
                why: "in-discussion" | "lack-of-resources";
            };
        };
        Letter: {
            changedAt: components["schemas"]["Instant"];
            id: components["schemas"]["LetterId"];
            /** @enum {string} */
            kind: "nomination-reminder" | "duty-reminder" | "invitation" | "access-changed" | "answers-received" | "answers-returned" | "delay-notified" | "delay-refused" | "clarification-asked" | "feedback-complete" | "list-to-agree" | "list-published" | "handover" | "mandate-ended" | "mission-readdressed" | "seat-redrawn" | "bulletin" | "daily-list" | "digest";
            /** @enum {string} */
            language?: "ar" | "en" | "es" | "fr" | "ru" | "zh";
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            plannedAt: components["schemas"]["Instant"];
            reason?: string;
            recipient: string;
            reference?: string;
            reviews: components["schemas"]["ReviewId"][];
            /** @enum {string} */
            state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
            subject?: string;
        };
        LetterAbsence: {
            absent: boolean;
            asOf: components["schemas"]["Instant"];
            date: components["schemas"]["CalendarDate"];
            next?: components["schemas"]["NextReminder"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reasons: components["schemas"]["LetterAbsenceReason"][];
        };
        LetterAbsenceReason: {
            at?: components["schemas"]["Instant"];
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            duty?: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            generation?: number;
            inWords: string;
            /** @enum {string} */
            kind?: "nomination-reminder" | "duty-reminder" | "invitation" | "access-changed" | "answers-received" | "answers-returned" | "delay-notified" | "delay-refused" | "clarification-asked" | "feedback-complete" | "list-to-agree" | "list-published" | "handover" | "mandate-ended" | "mission-readdressed" | "seat-redrawn" | "bulletin" | "daily-list" | "digest";
            leftAt?: components["schemas"]["Instant"];
            letter?: components["schemas"]["LetterId"];
            next?: components["schemas"]["NextReminder"];
            obligation?: components["schemas"]["ObligationId"];
            openedOn?: components["schemas"]["CalendarDate"];
            recipient?: string;
            review?: components["schemas"]["ReviewId"];
            rung?: string;
            settledOn?: components["schemas"]["CalendarDate"];
            since?: components["schemas"]["Instant"];
            /** @enum {string} */
            why: "no-review" | "not-started" | "not-open-yet" | "met" | "fell-away" | "no-step" | "date-moved" | "dated-since" | "ahead" | "not-planned" | "nobody-named" | "replaced" | "suppressed" | "no-address" | "access-closed" | "duplicate" | "cancelled" | "in-digest" | "waiting" | "unknown" | "failed" | "bounced" | "another-day" | "sent";
        };
        LetterExplanation: {
            attempt: number;
            basis: components["schemas"]["Basis"][];
            before?: components["schemas"]["LetterId"];
            /** @enum {string} */
            contact?: "first" | "second" | "former";
            digest?: components["schemas"]["LetterId"];
            history: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
                why?: string;
            }[];
            inWords: string;
            ladder?: {
                effectiveFrom: components["schemas"]["CalendarDate"];
                /** @enum {string} */
                kind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            };
            letter: components["schemas"]["Letter"];
            messageId?: string;
            obligations: {
                dueAt?: components["schemas"]["Instant"];
                dueOn?: components["schemas"]["CalendarDate"];
                generation: number;
                /** @enum {string} */
                kind?: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
                /** @enum {string} */
                now: "open" | "met" | "void" | "superseded";
                obligation: components["schemas"]["ObligationId"];
                review: components["schemas"]["ReviewId"];
            }[];
            occasion?: {
                datedAt?: components["schemas"]["Instant"];
                dueAt: components["schemas"]["Instant"];
                dueOn: components["schemas"]["CalendarDate"];
                generation: number;
                group: components["schemas"]["GroupId"];
                /** @enum {string} */
                kind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
                party: components["schemas"]["PartyId"];
                /**
                 * @description The party's name in the language of the reply
                 * @example France
                 */
                partyName: string;
                review?: components["schemas"]["ReviewId"];
            };
            plannedFor: components["schemas"]["Instant"];
            recipient: string;
            rule: string;
            rung?: string;
            settlement?: components["schemas"]["LetterSettlement"];
        };
        LetterExplanationPage: {
            items: components["schemas"]["LetterExplanation"][];
            next?: string;
        };
        /** @example 0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0 */
        LetterId: string;
        /** @enum {string} */
        LetterOutcome: "sent" | "skipped" | "failed" | "unknown" | "waiting";
        LetterPage: {
            items: components["schemas"]["Letter"][];
            next?: string;
        };
        LetterSettlement: {
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            byName?: string;
            newAttempt?: components["schemas"]["LetterId"];
            /** @enum {string} */
            outcome: "went-out" | "send-again";
            reason?: string;
        };
        Mandate: {
            id: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            person: components["schemas"]["Person"];
            /** @enum {string} */
            role: "focal-point" | "expert" | "observer";
            since: components["schemas"]["Instant"];
            until?: components["schemas"]["Instant"];
        };
        MandateChange: {
            effectiveAt: components["schemas"]["Instant"];
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reviews: {
                id: components["schemas"]["ReviewId"];
                /** @enum {string} */
                stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
                version: number;
            }[];
            successor?: {
                mandate: components["schemas"]["MandateId"];
                person: components["schemas"]["UserId"];
                /** @description Absent where the caller may not know it, and once the person was erased */
                personName?: string;
            };
        };
        /** @example m-01jd8m3v9tq4w7x2c5e6r8y0ab */
        MandateId: string;
        MandateList: {
            items: components["schemas"]["PartyMandate"][];
            next?: string;
        };
        Me: {
            id: components["schemas"]["UserId"];
            mandates: {
                id: components["schemas"]["MandateId"];
                party: components["schemas"]["PartyId"];
                /**
                 * @description The party's name in the language of the reply
                 * @example France
                 */
                partyName: string;
                review: components["schemas"]["ReviewId"];
                /** @enum {string} */
                role: "focal-point" | "expert" | "observer";
                since: components["schemas"]["Instant"];
                until?: components["schemas"]["Instant"];
            }[];
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            person?: components["schemas"]["Person"];
            /** @enum {string} */
            role: "secretariat" | "president" | "permanent-mission" | "delegate";
            secondFactor: components["schemas"]["SecondFactorState"];
            services: components["schemas"]["ServiceRole"][];
            title: string;
        };
        Meeting: {
            heldOn: components["schemas"]["CalendarDate"];
        };
        MissingNomination: {
            dueAt: components["schemas"]["Instant"];
            dueOn: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            kind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            overdue: boolean;
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            regionalGroup: ("AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG") | null;
            review: components["schemas"]["ReviewId"];
        };
        MissingNominationPage: {
            items: components["schemas"]["MissingNomination"][];
            next?: string;
        };
        MissionConfirmation: {
            note: components["schemas"]["NoteVerbale"];
        };
        NewContact: {
            contactedOn?: components["schemas"]["CalendarDate"];
            follows?: number;
            nextOn?: components["schemas"]["CalendarDate"];
            note?: string;
            officer?: components["schemas"]["UserId"];
            /** @enum {string} */
            outcome: "no-answer" | "informed" | "promised" | "support-asked" | "declined" | "other";
            review?: components["schemas"]["ReviewId"];
            /** @enum {string} */
            way: "call" | "briefing" | "field-office" | "president" | "meeting-attempted";
        };
        NewNomination: {
            namedOn?: components["schemas"]["CalendarDate"];
            person: components["schemas"]["Nominee"];
            reviews?: components["schemas"]["ReviewId"][];
            /** @enum {string} */
            role: "focal-point" | "expert" | "observer";
        };
        NewObservations: {
            /** @description Plain text of at most 60000 characters, with line breaks */
            list: string;
            /** @description Plain text of at most 60000 characters, with line breaks */
            summary: string;
        };
        NewRedraw: {
            deviation?: string;
            drawn?: {
                instruments?: ("UNTOC" | "TIP" | "SOM" | "FP")[];
                party: components["schemas"]["PartyId"];
            };
            from: components["schemas"]["PartyId"];
        };
        NewUser: {
            party?: components["schemas"]["PartyId"];
            person: {
                /**
                 * Format: email
                 * @example focal.point@fr.example.org
                 */
                email: string;
                /** @enum {string} */
                gender?: "female" | "male" | "other";
                institution?: string;
                /** @enum {string} */
                language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
                name: string;
                phone?: string;
                title?: string;
            };
            /** @enum {string} */
            role: "secretariat" | "president" | "permanent-mission";
        };
        NextReminder: {
            leavesAt: components["schemas"]["Instant"];
            rung: string;
        };
        Nomination: {
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            person: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            personName?: string;
            reviews: {
                id: components["schemas"]["ReviewId"];
                /** @enum {string} */
                stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
                version: number;
            }[];
            /** @enum {string} */
            role: "focal-point" | "expert" | "observer";
        };
        NominationCheck: {
            checkedAt: components["schemas"]["Instant"];
            mandate: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            person: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            personName?: string;
            reviews: {
                id: components["schemas"]["ReviewId"];
                /** @enum {string} */
                stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
                version: number;
            }[];
            /** @enum {string} */
            role: "focal-point" | "expert" | "observer";
        };
        Nominee: {
            /**
             * Format: email
             * @example focal.point@fr.example.org
             */
            email: string;
            /** @enum {string} */
            gender?: "female" | "male" | "other";
            institution?: string;
            /** @enum {string} */
            language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
            name: string;
            phone?: string;
            title?: string;
        } | {
            id: components["schemas"]["UserId"];
        };
        NoteVerbale: {
            date: components["schemas"]["CalendarDate"];
            /** @description As the note has it; no name and no address, since it stays in the journal for good */
            number: string;
        };
        Notice: {
            attempt: number;
            /** @enum {string} */
            contact?: "first" | "second" | "former";
            digest?: components["schemas"]["LetterId"];
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            duty?: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            generation?: number;
            /** @enum {string} */
            kind: "nomination-reminder" | "duty-reminder" | "invitation" | "access-changed" | "answers-received" | "answers-returned" | "delay-notified" | "delay-refused" | "clarification-asked" | "feedback-complete" | "list-to-agree" | "list-published" | "handover" | "mandate-ended" | "mission-readdressed" | "seat-redrawn" | "bulletin" | "daily-list" | "digest";
            /** @enum {string} */
            language?: "ar" | "en" | "es" | "fr" | "ru" | "zh";
            letter: components["schemas"]["LetterId"];
            messageId?: string;
            obligation?: components["schemas"]["ObligationId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            plannedFor: components["schemas"]["Instant"];
            reason?: string;
            /** @enum {string} */
            receipt?: "delivered" | "bounced" | "complained" | "failed";
            receiptAt?: components["schemas"]["Instant"];
            recipient: string;
            /** @enum {string} */
            recipientKind: "mission" | "user" | "office";
            reference?: string;
            rung?: string;
            sentAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
            subject?: string;
        };
        NoticePage: {
            items: components["schemas"]["Notice"][];
            next?: string;
        };
        Obligation: {
            beyondRules?: boolean;
            delayAsked?: components["schemas"]["DelayAsked"];
            /** @enum {string} */
            delayReason?: "coordination" | "information-gathering" | "clearance" | "digital-gap" | "translation" | "change-of-focal-point" | "other";
            delayRefused?: components["schemas"]["DelayRefused"];
            dueAt: components["schemas"]["Instant"];
            dueOn: components["schemas"]["CalendarDate"];
            generation: number;
            id: components["schemas"]["ObligationId"];
            /** @enum {string} */
            kind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            openedOn: components["schemas"]["CalendarDate"];
            originalDueAt: components["schemas"]["Instant"];
            originalDueOn: components["schemas"]["CalendarDate"];
            overdue: boolean;
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            review: components["schemas"]["ReviewId"];
            settledAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "open" | "met" | "void";
        };
        /** @example focal-point:FR */
        ObligationId: string;
        ObligationList: {
            items: components["schemas"]["Obligation"][];
            next?: string;
        };
        Observations: {
            agreedBy: components["schemas"]["PartyId"][];
            awaitedFrom: components["schemas"]["PartyId"][];
            awaitingPublication: boolean;
            hash?: components["schemas"]["Hash"];
            list: string | null;
            publishedAt?: components["schemas"]["Instant"];
            review: components["schemas"]["ReviewId"];
            summary: string | null;
            version: number;
        };
        ObservationsState: {
            agreedBy: components["schemas"]["PartyId"][];
            awaitedFrom: components["schemas"]["PartyId"][];
            awaitingPublication: boolean;
            publishedAt?: components["schemas"]["Instant"];
            version: number;
        };
        ObservationsVersion: {
            version: number;
        };
        OfficerAssignment: {
            officer: components["schemas"]["UserId"] | null;
        };
        Pairing: {
            group: components["schemas"]["GroupId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            review: components["schemas"]["ReviewId"];
            reviewers: components["schemas"]["Reviewer"][];
        };
        PairingPage: {
            items: components["schemas"]["Pairing"][];
            next?: string;
        };
        Party: {
            id: components["schemas"]["PartyId"];
            joined: {
                [key: string]: components["schemas"]["CalendarDate"];
            };
            /** @enum {string} */
            kind: "STATE" | "ORG";
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            name: string;
            nameOnRecord: string;
            /** @enum {string} */
            participation: "takes-part" | "unassigned" | "not-taking-part";
            regionalGroup: ("AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG") | null;
            version: number;
        };
        PartyCorrectionRequest: {
            correction: {
                joined?: {
                    [key: string]: components["schemas"]["CalendarDate"];
                };
                name?: string;
                /** @enum {string} */
                participation?: "takes-part" | "unassigned" | "not-taking-part";
                regionalGroup?: ("AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG") | null;
            };
            /** @description Stays in the journal for good: name no person and no address */
            reason: string;
        };
        PartyFeedback: {
            clearedAt: components["schemas"]["Instant"];
            formerReviewer?: components["schemas"]["FormerReviewer"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            texts: components["schemas"]["Text"][];
        };
        /** @example FR */
        PartyId: string;
        PartyImport: {
            corrected: components["schemas"]["PartyId"][];
            registered: components["schemas"]["PartyId"][];
            unchanged: number;
        };
        PartyMandate: {
            id: components["schemas"]["MandateId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            person: components["schemas"]["Person"];
            reviews: components["schemas"]["ReviewId"][];
            /** @enum {string} */
            role: "focal-point" | "expert" | "observer";
            since: components["schemas"]["Instant"];
            until?: components["schemas"]["Instant"];
        };
        PartyPage: {
            items: components["schemas"]["Party"][];
            next?: string;
        };
        PermanentMission: {
            contacts: {
                /**
                 * Format: email
                 * @example focal.point@fr.example.org
                 */
                address: string;
                /** @enum {string} */
                digest?: "none" | "weekly";
                /** @enum {string} */
                language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
                place: string;
                /**
                 * Format: email
                 * @description Where deadline letters go on to when those to `address` fail; another address than that
                 * @example focal.point@fr.example.org
                 */
                secondAddress?: string;
            } | null;
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            suppressed: {
                /** @enum {string} */
                contact: "first" | "second" | "former";
                letter: components["schemas"]["LetterId"];
                since: components["schemas"]["Instant"];
                /** @enum {string} */
                why: "bounced" | "complained" | "rejected";
            }[];
            unconfirmedSince?: components["schemas"]["Instant"];
            version: number;
        };
        Person: {
            email: string;
            id: components["schemas"]["UserId"];
            institution?: string;
            /** @enum {string} */
            language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
            name: string;
            phone?: string;
            title?: string;
        };
        PersonCorrection: {
            /**
             * Format: email
             * @example focal.point@fr.example.org
             */
            email?: string;
            institution?: string | null;
            /** @enum {string} */
            language?: "ar" | "en" | "es" | "fr" | "ru" | "zh";
            name?: string;
            phone?: string | null;
            title?: string | null;
        };
        PresidentsList: {
            asOf: components["schemas"]["Instant"];
            contactsSince?: components["schemas"]["Instant"];
            figures: {
                /** @enum {string} */
                figure: "focal-points-missing" | "experts-missing";
                listed: number;
                total: number;
            }[];
            groups: {
                parties: components["schemas"]["PresidentsListParty"][];
                regionalGroup: ("AFRICAN" | "ASIA_PACIFIC" | "EASTERN_EUROPEAN" | "GRULAC" | "WEOG") | null;
            }[];
            lettersSince?: components["schemas"]["Instant"];
            nextListedAt?: components["schemas"]["Instant"];
        };
        PresidentsListContact: {
            contactedOn: components["schemas"]["CalendarDate"];
            nextOn?: components["schemas"]["CalendarDate"];
            number: number;
            /** @enum {string} */
            outcome: "no-answer" | "informed" | "promised" | "support-asked" | "declined" | "other";
            /** @enum {string} */
            way: "call" | "briefing" | "field-office" | "president" | "meeting-attempted";
        };
        PresidentsListLetter: {
            changedAt: components["schemas"]["Instant"];
            id: components["schemas"]["LetterId"];
            /** @enum {string} */
            kind: "nomination-reminder" | "duty-reminder" | "invitation" | "access-changed" | "answers-received" | "answers-returned" | "delay-notified" | "delay-refused" | "clarification-asked" | "feedback-complete" | "list-to-agree" | "list-published" | "handover" | "mandate-ended" | "mission-readdressed" | "seat-redrawn" | "bulletin" | "daily-list" | "digest";
            plannedFor: components["schemas"]["Instant"];
            /** @enum {string} */
            reason?: "done" | "delayed" | "replaced" | "suppressed" | "no-address" | "access-closed" | "duplicate" | "cancelled" | "digest";
            /** @enum {string} */
            state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
            subject?: string;
        };
        PresidentsListNomination: {
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            group: components["schemas"]["GroupId"];
            /** @enum {string} */
            kind: "focal-point" | "experts";
            listedSince: components["schemas"]["Instant"];
            reviews: components["schemas"]["ReviewId"][];
            since: components["schemas"]["Instant"];
        };
        PresidentsListParty: {
            contacts: components["schemas"]["PresidentsListContact"][];
            letters: components["schemas"]["PresidentsListLetter"][];
            missing: components["schemas"]["PresidentsListNomination"][];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
        };
        PresidentsReminder: {
            version?: components["schemas"]["TextVersion"];
        };
        PresidentsReminderOrdered: {
            bulletin: components["schemas"]["BulletinId"];
            orderedAt: components["schemas"]["Instant"];
            recipients: number;
            version: components["schemas"]["TextVersion"];
        };
        Problem: {
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            errorsLeftOut?: number;
            instance: string;
            status: number;
            title: string;
            type: string;
            version?: number;
        } & {
            [key: string]: unknown;
        };
        ProblemText: {
            detail: string;
            title: string;
        };
        Publication: {
            answers?: components["schemas"]["Text"][];
            cluster: number;
            dialogue?: {
                clarifications: {
                    answer?: string;
                    askedBy: components["schemas"]["PartyId"];
                    /**
                     * @description The party's name in the language of the reply
                     * @example France
                     */
                    askedByName: string;
                    number: number;
                    question: string;
                }[];
                feedback: components["schemas"]["PublishedFeedback"][];
            };
            next?: string;
            observations: {
                hash: components["schemas"]["Hash"];
                list: string;
                summary: string;
            };
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            publishedAt: components["schemas"]["Instant"];
            review: components["schemas"]["ReviewId"];
        };
        PublicationConsent: {
            parts: ("answers" | "dialogue")[];
        };
        PublicationPage: {
            items: components["schemas"]["PublicationSummary"][];
            next?: string;
        };
        PublicationSummary: {
            cluster: number;
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            publishedAt: components["schemas"]["Instant"];
            review: components["schemas"]["ReviewId"];
        };
        PublishedFeedback: {
            clearedAt: components["schemas"]["Instant"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            texts: components["schemas"]["Text"][];
        };
        /** @enum {string} */
        RecipientOutcome: "sent" | "skipped" | "failed" | "unknown" | "waiting" | "delivered" | "bounced" | "complained" | "to-settle";
        Redraw: {
            draw?: {
                candidates: components["schemas"]["PartyId"][];
                seed: number;
            };
            from: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            fromName: string;
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            review: components["schemas"]["ReviewId"];
            to: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            toName: string;
            version: number;
        };
        RedrawAsked: {
            at: components["schemas"]["Instant"];
            by: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            byName: string;
            seat: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            seatName: string;
        };
        RedrawRequest: {
            party?: components["schemas"]["PartyId"];
            seat: components["schemas"]["PartyId"];
        };
        ReminderAhead: {
            leavesAt: components["schemas"]["Instant"];
            rung: string;
            to: string[];
        };
        ReminderPlan: {
            asOf: components["schemas"]["Instant"];
            change?: components["schemas"]["ReminderPlanChange"];
            obligations: components["schemas"]["RemindersOfDuty"][];
            review: components["schemas"]["ReviewId"];
            until: components["schemas"]["Instant"];
        };
        ReminderPlanChange: {
            beyondRules: boolean;
            comes: components["schemas"]["ReminderAhead"][];
            dueAt: components["schemas"]["Instant"];
            dueOn: components["schemas"]["CalendarDate"];
            falls: components["schemas"]["ReminderAhead"][];
            generation: number;
            newDate: components["schemas"]["CalendarDate"];
            obligation: components["schemas"]["ObligationId"];
            reminders: components["schemas"]["ReminderAhead"][];
            told: string[];
        };
        RemindersOfDuty: {
            dueAt: components["schemas"]["Instant"];
            dueOn: components["schemas"]["CalendarDate"];
            generation: number;
            /** @enum {string} */
            kind: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            obligation: components["schemas"]["ObligationId"];
            /** @enum {string} */
            oneLetterFor: "review" | "group";
            overdue: boolean;
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reminders: components["schemas"]["ReminderAhead"][];
        };
        Removal: {
            effectiveOn?: components["schemas"]["CalendarDate"];
        };
        Replacement: {
            effectiveOn?: components["schemas"]["CalendarDate"];
            person: components["schemas"]["Nominee"];
        };
        Return: {
            reason: string;
        };
        Review: {
            actions: components["schemas"]["AvailableAction"][];
            answers?: components["schemas"]["AnswersState"];
            blockedBy: components["schemas"]["Blocker"][];
            clarifications?: components["schemas"]["ClarificationState"][];
            cluster: number;
            consents?: ("answers" | "dialogue")[];
            consultation?: components["schemas"]["Consultation"];
            feedback?: components["schemas"]["FeedbackState"][];
            group: components["schemas"]["GroupId"];
            id: components["schemas"]["ReviewId"];
            obligations: components["schemas"]["Obligation"][];
            observations?: components["schemas"]["ObservationsState"];
            officer?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            officerName?: string;
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            redraws?: components["schemas"]["RedrawAsked"][];
            reviewers: components["schemas"]["Reviewer"][];
            seats: components["schemas"]["Seat"][];
            /** @enum {string} */
            stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
            stageSince: components["schemas"]["Instant"];
            startedOn?: components["schemas"]["CalendarDate"];
            version: number;
        };
        ReviewContactPage: {
            items: components["schemas"]["Contact"][];
            next?: string;
        };
        Reviewer: {
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            /** @enum {string} */
            role: "under-review" | "reviewing" | "additional-reviewer";
        };
        /** @example c1-FR */
        ReviewId: string;
        ReviewObligationList: {
            items: components["schemas"]["Obligation"][];
            next?: string;
        };
        ReviewPage: {
            items: components["schemas"]["ReviewSummary"][];
            next?: string;
        };
        ReviewSummary: {
            blockedBy: components["schemas"]["Blocker"][];
            cluster: number;
            group: components["schemas"]["GroupId"];
            id: components["schemas"]["ReviewId"];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            reviewers: components["schemas"]["Reviewer"][];
            /** @enum {string} */
            stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
            stageSince: components["schemas"]["Instant"];
            startedOn?: components["schemas"]["CalendarDate"];
            version: number;
        };
        Seat: {
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            mandates?: components["schemas"]["Mandate"][];
            party: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName: string;
            /** @enum {string} */
            role: "under-review" | "reviewing" | "additional-reviewer";
        };
        /** @enum {string} */
        SecondFactorState: "not-required" | "missing" | "unused" | "used";
        ServiceRole: {
            instruments: ("UNTOC" | "TIP" | "SOM" | "FP")[];
            reviews: {
                cluster: number;
                clusterName: string;
                party: components["schemas"]["PartyId"];
                /**
                 * @description The party's name in the language of the reply
                 * @example France
                 */
                partyName: string;
                review: components["schemas"]["ReviewId"];
                /** @enum {string} */
                seatRole: "under-review" | "reviewing" | "additional-reviewer";
                seatRoleName: string;
                /** @enum {string} */
                stage: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
            }[];
            /** @enum {string} */
            role: "focal-point" | "expert" | "observer";
            title: string;
        };
        SettlementRequest: {
            /**
             * @description `went-out`: it was found out that they left; `send-again`: a new attempt takes their place
             * @enum {string}
             */
            outcome: "went-out" | "send-again";
            /** @description What it rests on, a call to the mission for instance; kept with the letter, and told to the secretariat in its explanation */
            reason?: string;
        };
        StoredText: {
            hash: components["schemas"]["Hash"];
            id: components["schemas"]["TextId"];
            latest: components["schemas"]["TextVersion"];
            text: components["schemas"]["BulletinText"];
            version: components["schemas"]["TextVersion"];
            writtenAt?: components["schemas"]["Instant"];
            writtenBy?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            writtenByName?: string;
        };
        StoredTextPage: {
            items: components["schemas"]["StoredTextSummary"][];
            next?: string;
        };
        StoredTextSummary: {
            hash: components["schemas"]["Hash"];
            id: components["schemas"]["TextId"];
            subject: string;
            version: components["schemas"]["TextVersion"];
            writtenAt?: components["schemas"]["Instant"];
            writtenBy?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            writtenByName?: string;
        };
        SuppressedAddress: {
            /**
             * Format: email
             * @example focal.point@fr.example.org
             */
            address?: string;
            /** @enum {string} */
            contact?: "first" | "second" | "former";
            letter: components["schemas"]["LetterId"];
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            recipient: string;
            released?: components["schemas"]["Instant"];
            since: components["schemas"]["Instant"];
            /** @enum {string} */
            why: "bounced" | "complained" | "rejected";
        };
        SuppressedAddressPage: {
            items: components["schemas"]["SuppressedAddress"][];
            next?: string;
        };
        Text: {
            hash: components["schemas"]["Hash"];
            /** @enum {string} */
            instrument: "UNTOC" | "TIP" | "SOM" | "FP";
            text: string;
        };
        /** @example president-reminder */
        TextId: string;
        TextTaken: {
            id: components["schemas"]["TextId"];
            version?: components["schemas"]["TextVersion"];
        };
        TextToKeep: {
            /** @description Plain text of at most 60000 characters, with line breaks */
            text: string;
        };
        TextUsed: {
            id: components["schemas"]["TextId"];
            version: components["schemas"]["TextVersion"];
        };
        TextVersion: number;
        User: {
            access: components["schemas"]["UserAccess"];
            approvesFrom?: components["schemas"]["Instant"];
            closedAt?: components["schemas"]["Instant"];
            confirmedAt?: components["schemas"]["Instant"];
            erasedAt?: components["schemas"]["Instant"];
            firstSeenAt?: components["schemas"]["Instant"];
            id: components["schemas"]["UserId"];
            invitedAt?: components["schemas"]["Instant"];
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            person?: components["schemas"]["Person"];
            /** @enum {string} */
            role: "secretariat" | "president" | "permanent-mission" | "delegate";
            sponsors?: components["schemas"]["UserId"][];
            version: number;
        };
        /** @enum {string} */
        UserAccess: "open" | "closed" | "erased";
        UserClosure: {
            reason: components["schemas"]["ClosingReason"];
        };
        UserCorrection: {
            person: components["schemas"]["PersonCorrection"];
        };
        UserErasure: {
            reason: components["schemas"]["ErasureReason"];
            source: components["schemas"]["ErasureSource"];
        };
        /** @example u-01jd8m3v9tq4w7x2c5e6r8y0ab */
        UserId: string;
        UserPage: {
            items: components["schemas"]["User"][];
            next?: string;
        };
        WorkItem: {
            actions: components["schemas"]["AvailableAction"][];
            blockedBy?: components["schemas"]["Blocked"][];
            bulletin?: components["schemas"]["BulletinId"];
            contact?: components["schemas"]["Contact"];
            delay?: components["schemas"]["DelayAsked"];
            dueAt?: components["schemas"]["Instant"];
            dueOn?: components["schemas"]["CalendarDate"];
            /** @enum {string} */
            duty?: "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
            id: string;
            /** @enum {string} */
            kind: "duty-overdue" | "review-blocked" | "nomination-to-check" | "delay-to-approve" | "invitation-unused" | "address-bounced" | "recipient-unreachable" | "letter-unknown" | "follow-up-due" | "bulletin-to-approve" | "bulletin-stopped" | "bulletin-unsettled";
            letter?: components["schemas"]["LetterId"];
            mandate?: components["schemas"]["MandateId"];
            obligation?: components["schemas"]["ObligationId"];
            officer?: components["schemas"]["UserId"];
            /** @description Absent where the caller may not know it, and once the person was erased */
            officerName?: string;
            party?: components["schemas"]["PartyId"];
            /**
             * @description The party's name in the language of the reply
             * @example France
             */
            partyName?: string;
            /** @description Absent where the caller may not know it, and once the person was erased */
            personName?: string;
            review?: components["schemas"]["ReviewId"];
            /** @enum {string} */
            role?: "focal-point" | "expert" | "observer";
            sendAt?: components["schemas"]["Instant"];
            since: components["schemas"]["Instant"];
            todo: string;
            user?: components["schemas"]["UserId"];
        };
        WorklistPage: {
            items: components["schemas"]["WorkItem"][];
            next?: string;
        };
        WorkWords: {
            name: string;
            todo: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Addressee = components['schemas']['Addressee'];
export type AddresseePage = components['schemas']['AddresseePage'];
export type AddresseeReason = components['schemas']['AddresseeReason'];
export type AllLetterPage = components['schemas']['AllLetterPage'];
export type Answers = components['schemas']['Answers'];
export type AnswersState = components['schemas']['AnswersState'];
export type Audience = components['schemas']['Audience'];
export type AudienceList = components['schemas']['AudienceList'];
export type AudienceRole = components['schemas']['AudienceRole'];
export type AvailableAction = components['schemas']['AvailableAction'];
export type Basis = components['schemas']['Basis'];
export type Blocked = components['schemas']['Blocked'];
export type Blocker = components['schemas']['Blocker'];
export type BounceCount = components['schemas']['BounceCount'];
export type Bulletin = components['schemas']['Bulletin'];
export type BulletinDetails = components['schemas']['BulletinDetails'];
export type BulletinDraft = components['schemas']['BulletinDraft'];
export type BulletinId = components['schemas']['BulletinId'];
export type BulletinOrder = components['schemas']['BulletinOrder'];
export type BulletinPage = components['schemas']['BulletinPage'];
export type BulletinPreview = components['schemas']['BulletinPreview'];
export type BulletinProgress = components['schemas']['BulletinProgress'];
export type BulletinRecipient = components['schemas']['BulletinRecipient'];
export type BulletinRecipientPage = components['schemas']['BulletinRecipientPage'];
export type BulletinRecipientStatus = components['schemas']['BulletinRecipientStatus'];
export type BulletinRound = components['schemas']['BulletinRound'];
export type BulletinSample = components['schemas']['BulletinSample'];
export type BulletinState = components['schemas']['BulletinState'];
export type BulletinText = components['schemas']['BulletinText'];
export type CalendarDate = components['schemas']['CalendarDate'];
export type ChainVerification = components['schemas']['ChainVerification'];
export type Clarification = components['schemas']['Clarification'];
export type ClarificationList = components['schemas']['ClarificationList'];
export type ClarificationRequest = components['schemas']['ClarificationRequest'];
export type ClarificationState = components['schemas']['ClarificationState'];
export type Clearance = components['schemas']['Clearance'];
export type ClosingReason = components['schemas']['ClosingReason'];
export type Consultation = components['schemas']['Consultation'];
export type ConsultationOutcome = components['schemas']['ConsultationOutcome'];
export type Contact = components['schemas']['Contact'];
export type ContactPage = components['schemas']['ContactPage'];
export type CountryProfile = components['schemas']['CountryProfile'];
export type CurrentFigures = components['schemas']['CurrentFigures'];
export type DateCorrection = components['schemas']['DateCorrection'];
export type Delay = components['schemas']['Delay'];
export type DelayApproval = components['schemas']['DelayApproval'];
export type DelayAsked = components['schemas']['DelayAsked'];
export type DelayRefusal = components['schemas']['DelayRefusal'];
export type DelayRefused = components['schemas']['DelayRefused'];
export type Draft = components['schemas']['Draft'];
export type DraftList = components['schemas']['DraftList'];
export type ErasureReason = components['schemas']['ErasureReason'];
export type ErasureSource = components['schemas']['ErasureSource'];
export type ETag = components['schemas']['ETag'];
export type Feedback = components['schemas']['Feedback'];
export type FeedbackState = components['schemas']['FeedbackState'];
export type FieldError = components['schemas']['FieldError'];
export type Figure = components['schemas']['Figure'];
export type FigureKind = components['schemas']['FigureKind'];
export type FigureMember = components['schemas']['FigureMember'];
export type FigureMemberPage = components['schemas']['FigureMemberPage'];
export type FigureName = components['schemas']['FigureName'];
export type FigurePart = components['schemas']['FigurePart'];
export type FormerReviewer = components['schemas']['FormerReviewer'];
export type GatewayMessage = components['schemas']['GatewayMessage'];
export type Group = components['schemas']['Group'];
export type GroupId = components['schemas']['GroupId'];
export type GroupPage = components['schemas']['GroupPage'];
export type GroupStart = components['schemas']['GroupStart'];
export type Hash = components['schemas']['Hash'];
export type Health = components['schemas']['Health'];
export type Instant = components['schemas']['Instant'];
export type InstrumentLabel = components['schemas']['InstrumentLabel'];
export type InvitationsAgain = components['schemas']['InvitationsAgain'];
export type InvitationsResend = components['schemas']['InvitationsResend'];
export type JournalEntry = components['schemas']['JournalEntry'];
export type JournalFeedEntry = components['schemas']['JournalFeedEntry'];
export type JournalFeedPage = components['schemas']['JournalFeedPage'];
export type JournalHead = components['schemas']['JournalHead'];
export type JournalHeadPage = components['schemas']['JournalHeadPage'];
export type JournalPage = components['schemas']['JournalPage'];
export type Labels = components['schemas']['Labels'];
export type LanguagesOfReview = components['schemas']['LanguagesOfReview'];
export type Letter = components['schemas']['Letter'];
export type LetterAbsence = components['schemas']['LetterAbsence'];
export type LetterAbsenceReason = components['schemas']['LetterAbsenceReason'];
export type LetterExplanation = components['schemas']['LetterExplanation'];
export type LetterExplanationPage = components['schemas']['LetterExplanationPage'];
export type LetterId = components['schemas']['LetterId'];
export type LetterOutcome = components['schemas']['LetterOutcome'];
export type LetterPage = components['schemas']['LetterPage'];
export type LetterSettlement = components['schemas']['LetterSettlement'];
export type Mandate = components['schemas']['Mandate'];
export type MandateChange = components['schemas']['MandateChange'];
export type MandateId = components['schemas']['MandateId'];
export type MandateList = components['schemas']['MandateList'];
export type Me = components['schemas']['Me'];
export type Meeting = components['schemas']['Meeting'];
export type MissingNomination = components['schemas']['MissingNomination'];
export type MissingNominationPage = components['schemas']['MissingNominationPage'];
export type MissionConfirmation = components['schemas']['MissionConfirmation'];
export type NewContact = components['schemas']['NewContact'];
export type NewNomination = components['schemas']['NewNomination'];
export type NewObservations = components['schemas']['NewObservations'];
export type NewRedraw = components['schemas']['NewRedraw'];
export type NewUser = components['schemas']['NewUser'];
export type NextReminder = components['schemas']['NextReminder'];
export type Nomination = components['schemas']['Nomination'];
export type NominationCheck = components['schemas']['NominationCheck'];
export type Nominee = components['schemas']['Nominee'];
export type NoteVerbale = components['schemas']['NoteVerbale'];
export type Notice = components['schemas']['Notice'];
export type NoticePage = components['schemas']['NoticePage'];
export type Obligation = components['schemas']['Obligation'];
export type ObligationId = components['schemas']['ObligationId'];
export type ObligationList = components['schemas']['ObligationList'];
export type Observations = components['schemas']['Observations'];
export type ObservationsState = components['schemas']['ObservationsState'];
export type ObservationsVersion = components['schemas']['ObservationsVersion'];
export type OfficerAssignment = components['schemas']['OfficerAssignment'];
export type Pairing = components['schemas']['Pairing'];
export type PairingPage = components['schemas']['PairingPage'];
export type Party = components['schemas']['Party'];
export type PartyCorrectionRequest = components['schemas']['PartyCorrectionRequest'];
export type PartyFeedback = components['schemas']['PartyFeedback'];
export type PartyId = components['schemas']['PartyId'];
export type PartyImport = components['schemas']['PartyImport'];
export type PartyMandate = components['schemas']['PartyMandate'];
export type PartyPage = components['schemas']['PartyPage'];
export type PermanentMission = components['schemas']['PermanentMission'];
export type Person = components['schemas']['Person'];
export type PersonCorrection = components['schemas']['PersonCorrection'];
export type PresidentsList = components['schemas']['PresidentsList'];
export type PresidentsListContact = components['schemas']['PresidentsListContact'];
export type PresidentsListLetter = components['schemas']['PresidentsListLetter'];
export type PresidentsListNomination = components['schemas']['PresidentsListNomination'];
export type PresidentsListParty = components['schemas']['PresidentsListParty'];
export type PresidentsReminder = components['schemas']['PresidentsReminder'];
export type PresidentsReminderOrdered = components['schemas']['PresidentsReminderOrdered'];
export type Problem = components['schemas']['Problem'];
export type ProblemText = components['schemas']['ProblemText'];
export type Publication = components['schemas']['Publication'];
export type PublicationConsent = components['schemas']['PublicationConsent'];
export type PublicationPage = components['schemas']['PublicationPage'];
export type PublicationSummary = components['schemas']['PublicationSummary'];
export type PublishedFeedback = components['schemas']['PublishedFeedback'];
export type RecipientOutcome = components['schemas']['RecipientOutcome'];
export type Redraw = components['schemas']['Redraw'];
export type RedrawAsked = components['schemas']['RedrawAsked'];
export type RedrawRequest = components['schemas']['RedrawRequest'];
export type ReminderAhead = components['schemas']['ReminderAhead'];
export type ReminderPlan = components['schemas']['ReminderPlan'];
export type ReminderPlanChange = components['schemas']['ReminderPlanChange'];
export type RemindersOfDuty = components['schemas']['RemindersOfDuty'];
export type Removal = components['schemas']['Removal'];
export type Replacement = components['schemas']['Replacement'];
export type Return = components['schemas']['Return'];
export type Review = components['schemas']['Review'];
export type ReviewContactPage = components['schemas']['ReviewContactPage'];
export type Reviewer = components['schemas']['Reviewer'];
export type ReviewId = components['schemas']['ReviewId'];
export type ReviewObligationList = components['schemas']['ReviewObligationList'];
export type ReviewPage = components['schemas']['ReviewPage'];
export type ReviewSummary = components['schemas']['ReviewSummary'];
export type Seat = components['schemas']['Seat'];
export type SecondFactorState = components['schemas']['SecondFactorState'];
export type ServiceRole = components['schemas']['ServiceRole'];
export type SettlementRequest = components['schemas']['SettlementRequest'];
export type StoredText = components['schemas']['StoredText'];
export type StoredTextPage = components['schemas']['StoredTextPage'];
export type StoredTextSummary = components['schemas']['StoredTextSummary'];
export type SuppressedAddress = components['schemas']['SuppressedAddress'];
export type SuppressedAddressPage = components['schemas']['SuppressedAddressPage'];
export type Text = components['schemas']['Text'];
export type TextId = components['schemas']['TextId'];
export type TextTaken = components['schemas']['TextTaken'];
export type TextToKeep = components['schemas']['TextToKeep'];
export type TextUsed = components['schemas']['TextUsed'];
export type TextVersion = components['schemas']['TextVersion'];
export type User = components['schemas']['User'];
export type UserAccess = components['schemas']['UserAccess'];
export type UserClosure = components['schemas']['UserClosure'];
export type UserCorrection = components['schemas']['UserCorrection'];
export type UserErasure = components['schemas']['UserErasure'];
export type UserId = components['schemas']['UserId'];
export type UserPage = components['schemas']['UserPage'];
export type WorkItem = components['schemas']['WorkItem'];
export type WorklistPage = components['schemas']['WorklistPage'];
export type WorkWords = components['schemas']['WorkWords'];
export type $defs = Record<string, never>;
export interface operations {
    getReferencePage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReferenceAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags at hand; 304 where one of them still holds */
                "If-None-Match"?: string;
            };
            path: {
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description To be sent as If-None-Match when it is asked for again */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            /** @description As the caller has it already */
            304: {
                headers: {
                    /** @description To be sent as If-None-Match when it is asked for again */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBulletins: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderBulletin: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
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
            /** @description Done */
            202: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    /** @description Path at which to read what was created */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBulletinRecipients: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                outcome?: components["schemas"]["RecipientOutcome"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinRecipientPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendBulletin: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                bulletinId: components["schemas"]["BulletinId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulletinDraft"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinPreview"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreviewRecipients: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                hash: components["schemas"]["Hash"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddresseePage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCountryProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryProfile"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCurrentFigures: {
        parameters: {
            query?: {
                group?: components["schemas"]["GroupId"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentFigures"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFigureMembers: {
        parameters: {
            query?: {
                cluster?: number;
                /** @description `next` of the page before */
                cursor?: string;
                group?: components["schemas"]["GroupId"];
                kind?: components["schemas"]["FigureKind"];
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                party?: components["schemas"]["PartyId"];
                stage?: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                figure: components["schemas"]["FigureName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureMemberPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                groupId: components["schemas"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: components["schemas"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupStart"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendInvitations: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
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
            /** @description Done */
            202: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationsAgain"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJournalFeed: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                month: string;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalFeedPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJournalHeads: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                kind: "party" | "group" | "review" | "user" | "bulletin" | "text" | "contact-log";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalHeadPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJournal: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
                kind: "party" | "group" | "review" | "user" | "bulletin" | "text" | "contact-log";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLabels: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description ETags at hand; 304 where one of them still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description To be sent as If-None-Match when it is asked for again */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Labels"];
                };
            };
            /** @description As the caller has it already */
            304: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description To be sent as If-None-Match when it is asked for again */
                    ETag: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLetters: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllLetterPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                letterId: components["schemas"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letter"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                letterId: components["schemas"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterExplanation"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                letterId: components["schemas"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letter"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLetterExplanations: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                state: "planned" | "claimed" | "unknown" | "accepted" | "delivered" | "bounced" | "complained" | "skipped" | "failed" | "settled";
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterExplanationPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMissingNominations: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                kind?: "focal-point" | "experts";
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingNominationPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPairings: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctParty: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyCorrectionRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartyContacts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Path at which to read what was created */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartyLetters: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainLetterAbsence: {
        parameters: {
            query: {
                /** @description A calendar day in Vienna */
                date: components["schemas"]["CalendarDate"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterAbsence"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMandates: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    namePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNomination"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Path at which to read what was created */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nomination"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMandate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                mandateId: components["schemas"]["MandateId"];
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyMandate"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkNomination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                mandateId: components["schemas"]["MandateId"];
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NominationCheck"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMandate: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path: {
                mandateId: components["schemas"]["MandateId"];
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Removal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateChange"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceMandate: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path: {
                mandateId: components["schemas"]["MandateId"];
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replacement"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateChange"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermanentMission"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMission: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example focal.point@fr.example.org
                     */
                    address: string;
                    /** @enum {string} */
                    digest?: "none" | "weekly";
                    /** @enum {string} */
                    language: "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    place: string;
                    /**
                     * Format: email
                     * @description Where deadline letters go on to when those to `address` fail; another address than that
                     * @example focal.point@fr.example.org
                     */
                    secondAddress?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermanentMission"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmMission: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MissionConfirmation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermanentMission"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartyObligations: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                state?: "open" | "overdue" | "met" | "all";
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                partyId: components["schemas"]["PartyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importParties: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyImport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresidentsList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresidentsList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresidentsListPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendPresidentsReminder: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
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
            /** @description Done */
            202: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Path at which to read what was created */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresidentsReminderOrdered"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublications: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublication: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                officer?: components["schemas"]["UserId"];
                stage?: "scheduled" | "nomination" | "consultation" | "questionnaire" | "feedback" | "observations" | "concluded";
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answers"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnswerDrafts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnswerDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                instrument: "UNTOC" | "TIP" | "SOM" | "FP";
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAnswerDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                instrument: "UNTOC" | "TIP" | "SOM" | "FP";
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextToKeep"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Clearance"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClarifications: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClarificationList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askClarification: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClarificationRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    /** @description Path at which to read what was created */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clarification"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerClarification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                number: number;
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextToKeep"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeClarification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                number: number;
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordLanguages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanguagesOfReview"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Meeting"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    concludeConsultation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsultationOutcome"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviewContacts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewContactPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DateCorrection"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeedback: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                partyId: components["schemas"]["PartyId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Clearance"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeedbackDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                instrument: "UNTOC" | "TIP" | "SOM" | "FP";
                partyId: components["schemas"]["PartyId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFeedbackDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                instrument: "UNTOC" | "TIP" | "SOM" | "FP";
                partyId: components["schemas"]["PartyId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextToKeep"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                partyId: components["schemas"]["PartyId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedbackDrafts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviewJournal: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyReviewJournal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainVerification"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviewNotices: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportReviewNotices: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviewObligations: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewObligationList"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifyDelay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                obligationId: components["schemas"]["ObligationId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Delay"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveDelay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                obligationId: components["schemas"]["ObligationId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayApproval"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseDelay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                obligationId: components["schemas"]["ObligationId"];
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayRefusal"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getObservations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observations"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putObservations: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObservations"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observations"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeToObservations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObservationsVersion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishObservations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObservationsVersion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignOfficer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfficerAssignment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consentToPublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationConsent"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askRedraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "Idempotency-Key"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedrawRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carryOutRedraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRedraw"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    /** @description Path at which to read what was created */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redraw"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReminderPlan: {
        parameters: {
            query?: {
                /** @description Goes with `obligation` */
                newDate?: components["schemas"]["CalendarDate"];
                /** @description The duty that the plan is about, and `newDate` */
                obligation?: components["schemas"]["ObligationId"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                reviewId: components["schemas"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPlan"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppressedAddresses: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressedAddressPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseSuppressedAddress: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path: {
                letterId: components["schemas"]["LetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressedAddress"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTexts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredTextPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getText: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                textId: components["schemas"]["TextId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredText"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putText: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                textId: components["schemas"]["TextId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulletinText"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredText"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                access?: components["schemas"]["UserAccess"];
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                party?: components["schemas"]["PartyId"];
                role?: "secretariat" | "president" | "permanent-mission" | "delegate";
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerUser: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description Made anew for each request; a repeat with the same key and body gets the same answer for a week; after it the key is new */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path: {
                userId: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctUser: {
        parameters: {
            query?: never;
            header: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                /** @description The ETag of the version that the change was decided on */
                "If-Match": components["schemas"]["ETag"];
            };
            path: {
                userId: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCorrection"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                userId: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserClosure"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                userId: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                userId: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserErasure"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
                "If-Match"?: components["schemas"]["ETag"];
            };
            path: {
                userId: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    /** @description Version of the item, like "v3" */
                    ETag: components["schemas"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                kind?: "duty-overdue" | "review-blocked" | "nomination-to-check" | "delay-to-approve" | "invitation-unused" | "address-bounced" | "recipient-unreachable" | "letter-unknown" | "follow-up-due" | "bulletin-to-approve" | "bulletin-stopped" | "bulletin-unsettled";
                /** @description Items in a page, 1 to 200 */
                limit?: number;
                officer?: components["schemas"]["UserId"];
            };
            header?: {
                /** @description Languages in order of liking; ar, en, es, fr, ru and zh are at hand */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description The language of the reply */
                    "Content-Language": "ar" | "en" | "es" | "fr" | "ru" | "zh";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistPage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
