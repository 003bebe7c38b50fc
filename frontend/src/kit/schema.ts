// Made by "make types" from the service's own description. Do not change by hand.

export interface paths {
    "/api/accounts/{account_id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase Account
         * @description Erase somebody who asked organisers for it (organisers).
         */
        post: operations["accounts.erase_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answer-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Answer Templates
         * @description All templates of answers by name (organisers).
         */
        get: operations["catalogue.list_answer_templates"];
        put?: never;
        /**
         * Add Answer Template
         * @description Keep a template for all reviewers (organisers).
         */
        post: operations["catalogue.add_answer_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answer-templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Answer Template
         * @description Change a template; what was answered with it stays (organisers).
         */
        put: operations["catalogue.save_answer_template"];
        post?: never;
        /**
         * Remove Answer Template
         * @description Remove a template; what was answered with it stays (organisers).
         */
        delete: operations["catalogue.remove_answer_template"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description Who changed what and when, the latest first (organisers).
         */
        get: operations["accounts.list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Calendar
         * @description The calendar behind a secret address, for calendars that subscribe to it.
         */
        get: operations["agenda.get_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description One's own cases, for organisers all: overdue ones on top.
         */
        get: operations["outcomes.list_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Cases
         * @description The same list as a file.
         */
        get: operations["outcomes.export_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Case
         * @description A case with its tasks, notes, files, value and history.
         */
        get: operations["outcomes.get_case"];
        put?: never;
        post?: never;
        /**
         * Delete Case
         * @description Remove a case with all that belongs to it (organisers).
         */
        delete: operations["outcomes.delete_case"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Case File
         * @description Add a file to a case; it is looked into first.
         */
        post: operations["outcomes.add_case_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Case File
         * @description A file of a case, to be saved.
         */
        get: operations["outcomes.get_case_file"];
        put?: never;
        post?: never;
        /**
         * Delete Case File
         * @description Remove a file of one's own side (organisers: any).
         */
        delete: operations["outcomes.delete_case_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/going": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say Case Going
         * @description Answer with one tap how a case goes.
         */
        put: operations["outcomes.say_case_going"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Case Note
         * @description Write something down for both sides and the organisers.
         */
        post: operations["outcomes.add_case_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Case Note
         * @description Remove a note of one's own side (organisers: any).
         */
        delete: operations["outcomes.delete_case_note"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Case
         * @description Open a case for both sides of which one has not spoken yet (organisers).
         */
        post: operations["outcomes.open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move Case
         * @description Take a case to another stage, or close it with a reason.
         */
        put: operations["outcomes.move_case"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Case Task
         * @description Add a task.
         */
        post: operations["outcomes.add_case_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Case Task
         * @description Change a task, or how far it is.
         */
        put: operations["outcomes.change_case_task"];
        post?: never;
        /**
         * Delete Case Task
         * @description Remove a task as it was seen.
         */
        delete: operations["outcomes.delete_case_task"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Case Value
         * @description Say what the contract is worth; the other side is asked to confirm it.
         */
        put: operations["outcomes.set_case_value"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/value/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Case Value
         * @description Confirm the value for one's own side.
         */
        post: operations["outcomes.confirm_case_value"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/value/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Evidence Case Value
         * @description Confirm the value by a document (organisers).
         */
        post: operations["outcomes.evidence_case_value"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In To Demonstration
         * @description Sign in with one click as a party of the demonstration, where there is one.
         */
        post: operations["accounts.sign_in_to_demonstration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/email-changes/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Email Change
         * @description Change one's address with the link; the former address is told.
         */
        post: operations["accounts.take_email_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description Announced events, and for organisers all; the next one first.
         */
        get: operations["events.list_events"];
        put?: never;
        /**
         * Create Event
         * @description Save a new event (organisers).
         */
        post: operations["events.create_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Event
         * @description One event.
         */
        get: operations["events.get_event"];
        put?: never;
        post?: never;
        /**
         * Delete Event
         * @description Remove an event for which nobody is registered and of which nothing was answered or planned (organisers).
         */
        delete: operations["events.delete_event"];
        options?: never;
        head?: never;
        /**
         * Update Event
         * @description Change some fields (organisers).
         */
        patch: operations["events.update_event"];
        trace?: never;
    };
    "/api/events/{event_id}/accepted-pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Accepted Pairs
         * @description The meetings to be placed, the best first, and the organisations kept apart (organisers).
         */
        get: operations["interest.get_accepted_pairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Day
         * @description All meetings in order of time (organisers).
         */
        get: operations["agenda.get_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Changes
         * @description Everybody who has not been told everything yet (organisers).
         */
        get: operations["agenda.list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Versions
         * @description What became of each meeting between two versions (organisers).
         */
        get: operations["agenda.compare_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write Draft
         * @description Replace the meetings of the draft (organisers); one that breaks rules is refused with all of them.
         */
        put: operations["agenda.write_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/go": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go
         * @description Go back or forth to how the draft was after a step (organisers), in one change.
         */
        post: operations["agenda.go"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Move a meeting (organisers).
         */
        post: operations["agenda.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pin
         * @description Hold a meeting where it is, whatever is planned later (organisers).
         */
        post: operations["agenda.pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place
         * @description Place a request (organisers); what is left open is chosen, and a place that breaks rules is refused with all.
         */
        post: operations["agenda.place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redo
         * @description Make a change again that was taken back (organisers).
         */
        post: operations["agenda.redo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Steps
         * @description What was done to the draft, the first first, with what was taken back (organisers).
         */
        get: operations["agenda.list_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/swap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Swap
         * @description Let two meetings change places (organisers).
         */
        post: operations["agenda.swap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description Make the draft what a job found for it while it was changed (organisers).
         */
        post: operations["agenda.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Take back the last change of the draft (organisers).
         */
        post: operations["agenda.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/unpin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unpin
         * @description Hold it no longer (organisers).
         */
        post: operations["agenda.unpin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/draft/unplace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unplace
         * @description Take a meeting off the draft (organisers).
         */
        post: operations["agenda.unplace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description The agenda as a file: the whole one or a table's for organisers, a person's also for their organisation.
         *
         *     A header names the fonts without which a PDF cannot show all names.
         */
        get: operations["agenda.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/meetings/{key}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Feedback
         * @description What both sides said, as far as one may see it.
         */
        get: operations["outcomes.get_feedback"];
        /**
         * Record Feedback
         * @description Say whether one's side wants a next step; it may arrive late, and twice.
         */
        put: operations["outcomes.record_feedback"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/meetings/{key}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set State
         * @description Say that a meeting runs (organisers), or was held or not (both sides and organisers).
         */
        post: operations["outcomes.set_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Offers
         * @description One's own offers, the latest first; for organisers all.
         */
        get: operations["agenda.list_offers"];
        put?: never;
        /**
         * Make Offer
         * @description Offer a stand-in to both sides (organisers).
         */
        post: operations["agenda.make_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/offers/{offer_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Offer
         * @description Say yes or no for one side; the second yes places the meeting in the running agenda.
         */
        post: operations["agenda.answer_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Agendas
         * @description The agendas of all of one's own people, as published last.
         */
        get: operations["agenda.list_own_agendas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Person Agenda
         * @description The meetings of one's own people (organisers: of anybody).
         */
        get: operations["agenda.get_person_agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/people/{person_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Person Changes
         * @description What one of one's own people has not been told yet.
         */
        get: operations["agenda.get_person_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/people/{person_id}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Feed
         * @description The secret address of somebody's calendar; renewed, the former address ends.
         */
        post: operations["agenda.open_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish
         * @description Freeze the draft and open the next one as its copy (organisers).
         */
        post: operations["agenda.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repair
         * @description What mishaps make of the published agenda (organisers); applied, it is published and the draft follows.
         */
        post: operations["agenda.repair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/solve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Solving
         * @description The planning that was asked for last, running or over; null if there was none (organisers).
         */
        get: operations["agenda.get_solving"];
        put?: never;
        /**
         * Solve
         * @description Plan the next draft in a job (organisers): what is pinned stays, what was told changes as little as possible.
         */
        post: operations["agenda.solve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Stand Ins
         * @description Meetings that somebody left waiting could have in a slot, the best first (organisers).
         */
        get: operations["agenda.list_stand_ins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/tables/{table_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Table Agenda
         * @description The meetings at a table (organisers).
         */
        get: operations["agenda.get_table_agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell
         * @description Write down that people know a published version (organisers); how many of them it was news for.
         */
        post: operations["agenda.tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/unplaced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unplaced
         * @description Accepted requests without a place in the draft, or a version, with what stands in the way (organisers).
         */
        get: operations["agenda.list_unplaced"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description All versions, the newest first (organisers).
         */
        get: operations["agenda.list_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/versions/{number}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description Who was told of a published version, by what, and what became of it (organisers).
         */
        get: operations["agenda.list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/versions/{number}/placements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Placements
         * @description The meetings of a version by ids, also cancelled ones (organisers).
         */
        get: operations["agenda.list_placements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Violations
         * @description What is wrong with the draft, or a version, as everything is now; at most 50 (organisers).
         */
        get: operations["agenda.list_violations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/agenda/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try What If
         * @description How many accepted meetings fit with other tables, slots and interpreters, and what limits them (organisers).
         */
        post: operations["agenda.try_what_if"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Answers
         * @description One's own answers, the latest first; for organisers all.
         */
        get: operations["interest.list_answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/answers/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Records
         * @description Every answer ever given with what the ranking had said, as evidence for calibrating it (organisers).
         */
        get: operations["interest.list_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/answers/{need_id}/{technology_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Record Answer
         * @description Say whether one's organisation wants to meet on this pair; changeable until the deadline.
         */
        put: operations["interest.record_answer"];
        post?: never;
        /**
         * Take Back Answer
         * @description Take an answer back, as if none had been given.
         */
        delete: operations["interest.take_back_answer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Blocks
         * @description Company visits and other fixed blocks (organisers).
         */
        get: operations["events.list_blocks"];
        put?: never;
        /**
         * Add Block
         * @description Fix something for some people, or all, in some slots (organisers).
         */
        post: operations["events.add_block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/blocks/{block_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace Block
         * @description Change a fixed block to this (organisers).
         */
        put: operations["events.replace_block"];
        post?: never;
        /**
         * Delete Block
         * @description Remove a fixed block (organisers).
         */
        delete: operations["events.delete_block"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Candidates
         * @description Whom an organisation may answer to: postings of others who come, the most probable first.
         */
        get: operations["interest.list_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Day
         * @description Who is there, and how the meetings stand (organisers).
         */
        get: operations["outcomes.get_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print Badges
         * @description Badges of everybody, or of one, as PDF (organisers).
         */
        get: operations["outcomes.print_badges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check In
         * @description Say that somebody is there, or take it back (organisers); sent twice, it counts once.
         */
        post: operations["outcomes.check_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day/display": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Display
         * @description The secret of the displays' addresses (organisers); renewed, the former addresses end.
         */
        post: operations["outcomes.open_display"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day/displays/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Display
         * @description What a display in the hall, or on one table, shows now, for everybody who has its address.
         */
        get: operations["outcomes.get_display"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day/people/{person_id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Code
         * @description What one of one's own people shows at the desk.
         */
        get: operations["outcomes.get_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/day/walk-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walk In
         * @description Register somebody at the door and check them in (organisers).
         */
        post: operations["outcomes.walk_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Day
         * @description Remove a day on which no meeting stands, with its slots (organisers); the only day stays.
         */
        delete: operations["events.delete_day"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get History
         * @description Who took the event from phase to phase, when and why (organisers).
         */
        get: operations["events.get_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/nudges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Nudges
         * @description Who has not answered somebody who must meet them, and was not reminded yet (organisers).
         */
        get: operations["interest.list_nudges"];
        put?: never;
        /**
         * Nudge
         * @description Write to all of them (organisers); sent again, there is nobody left.
         */
        post: operations["interest.nudge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description The pairs of organisations that organisers added or forbade (organisers).
         */
        get: operations["interest.list_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/pairs/{first_id}/{second_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Rule
         * @description Add or forbid a pair of organisations (organisers).
         */
        put: operations["interest.set_rule"];
        post?: never;
        /**
         * Drop Rule
         * @description Leave a pair of organisations to their answers again (organisers).
         */
        delete: operations["interest.drop_rule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List People
         * @description Who comes (for those that come, and organisers); addresses of one's own people only.
         */
        get: operations["events.list_people"];
        put?: never;
        /**
         * Add Person
         * @description Add a delegate of one's own, or as organiser anybody, also interpreters and experts with their limits.
         */
        post: operations["events.add_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Person
         * @description One of one's own people, or as organiser anybody.
         */
        get: operations["events.get_person"];
        put?: never;
        post?: never;
        /**
         * Delete Person
         * @description Take somebody off, but not the last delegate.
         */
        delete: operations["events.delete_person"];
        options?: never;
        head?: never;
        /**
         * Update Person
         * @description Change somebody; limits and the table of a host are for organisers.
         */
        patch: operations["events.update_person"];
        trace?: never;
    };
    "/api/events/{event_id}/people/{person_id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Availability
         * @description When one of one's own people cannot, and what fixed blocks take.
         */
        get: operations["events.get_availability"];
        /**
         * Set Availability
         * @description Say when somebody cannot, until the answer deadline.
         */
        put: operations["events.set_availability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/phase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Phase
         * @description Take the event to another phase (organisers); closing early needs a reason.
         */
        post: operations["events.change_phase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Registrations
         * @description The organisations that come (for those that come, and organisers).
         */
        get: operations["events.list_registrations"];
        put?: never;
        /**
         * Register
         * @description Register an organisation with its delegates, until the deadline.
         */
        post: operations["events.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/registrations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Registration
         * @description One registration (its organisation and organisers).
         */
        get: operations["events.get_registration"];
        put?: never;
        post?: never;
        /**
         * Withdraw
         * @description Take a registration back; it can be made again until the deadline.
         */
        delete: operations["events.withdraw"];
        options?: never;
        head?: never;
        /**
         * Update Registration
         * @description Change what an organisation wants at an event.
         */
        patch: operations["events.update_registration"];
        trace?: never;
    };
    "/api/events/{event_id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Requests
         * @description Requests that one sent and received, the latest first; for organisers all.
         */
        get: operations["interest.list_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rooms
         * @description Rooms by id.
         */
        get: operations["events.list_rooms"];
        put?: never;
        /**
         * Add Room
         * @description Add a room (organisers).
         */
        post: operations["events.add_room"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/rooms/{room_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Room
         * @description Remove a room without tables (organisers).
         */
        delete: operations["events.delete_room"];
        options?: never;
        head?: never;
        /**
         * Update Room
         * @description Change a room (organisers).
         */
        patch: operations["events.update_room"];
        trace?: never;
    };
    "/api/events/{event_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Slots
         * @description All slots in order, on the clocks of the event's zone.
         */
        get: operations["events.list_slots"];
        /**
         * Set Slots
         * @description Replace the slots by these (organisers); those that stay keep their ids.
         */
        put: operations["events.set_slots"];
        /**
         * Add Slot
         * @description Add one slot (organisers); it overlaps no other one and lies on a day of the event.
         */
        post: operations["events.add_slot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/slots/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate Slots
         * @description Replace the slots by those of a timetable (organisers); those that stay keep their ids.
         */
        post: operations["events.generate_slots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/slots/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Slots
         * @description Give some slots other times (organisers); their meetings move along, also when agendas are out.
         */
        post: operations["events.move_slots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/slots/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose Slots
         * @description The slots that a timetable would give (organisers); nothing is saved.
         */
        post: operations["events.propose_slots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/slots/{slot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Slot
         * @description Remove a slot in which no meeting stands (organisers).
         */
        delete: operations["events.delete_slot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tables
         * @description Tables by id; their video links and absences are for organisers.
         */
        get: operations["events.list_tables"];
        put?: never;
        /**
         * Add Tables
         * @description Add tables (organisers); none is saved when one of them is refused.
         */
        post: operations["events.add_tables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/tables/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Table Hours
         * @description Give several tables the same hours and absences (organisers); none changes when one of them is refused.
         */
        put: operations["events.set_table_hours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/tables/{table_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Table
         * @description Remove a table at which nobody stays (organisers).
         */
        delete: operations["events.delete_table"];
        options?: never;
        head?: never;
        /**
         * Update Table
         * @description Change a table (organisers).
         */
        patch: operations["events.update_table"];
        trace?: never;
    };
    "/api/events/{event_id}/tables/{table_id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Table Availability
         * @description When a table cannot be used (organisers).
         */
        get: operations["events.get_table_availability"];
        /**
         * Set Table Availability
         * @description Say when a table cannot be used (organisers).
         */
        put: operations["events.set_table_availability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Export
         * @description All postings that you may edit, in the columns of the template.
         */
        get: operations["catalogue.get_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create First Administrator
         * @description Become the first administrator with the link that the service printed when it started; signs in.
         */
        post: operations["accounts.create_first_administrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Providers
         * @description All providers, without their secrets (administrators).
         */
        get: operations["accounts.list_providers"];
        put?: never;
        /**
         * Add Provider
         * @description Enter an organisation's provider (administrators).
         */
        post: operations["accounts.add_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-providers/{provider_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Provider
         * @description Remove a provider (administrators).
         */
        delete: operations["accounts.remove_provider"];
        options?: never;
        head?: never;
        /**
         * Change Provider
         * @description Rename a provider, or switch it on or off (administrators).
         */
        patch: operations["accounts.change_provider"];
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Import
         * @description Import a table in a job; by default only as a dry run, which answers every row and writes nothing.
         */
        post: operations["catalogue.start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{job_id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Rejected
         * @description The rejected rows as they were sent, with the reasons, ready to be mended and sent again.
         */
        get: operations["catalogue.get_rejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{job_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rows
         * @description The answer to every row: what became of it, or which fields are wrong and why.
         */
        get: operations["catalogue.list_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Indicators
         * @description All indicators of an event, a sector, a kind of organisation, a region and a period, also in groups (organisers).
         *
         *     Where a fact has two organisations, one of them must be of the kind and region; one that belongs to several groups
         *     counts in each.
         */
        get: operations["outcomes.get_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Definitions
         * @description What each indicator means, in the order of a report (organisers).
         */
        get: operations["outcomes.list_definitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Indicator Metrics
         * @description The figures for Prometheus, which asks with a token (organisers).
         */
        get: operations["outcomes.get_indicator_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Indicators
         * @description All figures, then each change of them within two seconds, as server-sent events (organisers).
         *
         *     The event `figures` has all of them, `changes` those that changed; who comes back with `Last-Event-ID` gets the
         *     difference, where it is still known. It must be asked for by `Accept: text/event-stream`.
         */
        get: operations["outcomes.stream_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description Invitations of one's organisation, the latest first.
         */
        get: operations["accounts.list_invitations"];
        put?: never;
        /**
         * Invite
         * @description Invite an address to one's organisation (its owners; organisers: to any); again, another letter goes out.
         */
        post: operations["accounts.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation As New
         * @description Accept with a new account; signs in.
         */
        post: operations["accounts.accept_invitation_as_new"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Invitation
         * @description What an invitation says, for whoever has its link.
         */
        post: operations["accounts.show_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Invitation
         * @description Take an invitation back; its link ends.
         */
        delete: operations["accounts.withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description Your jobs, newest first; all of them for organisers.
         */
        get: operations["kit.list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job
         * @description One job with its progress.
         */
        get: operations["kit.get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Job
         * @description Ask a job to stop; what it has done so far stays.
         */
        post: operations["kit.cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Learning
         * @description How much is known, and each version of the weights with what it does on needs that it was not fitted on.
         */
        get: operations["outcomes.get_learning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/learning/go-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go Back To Former Weights
         * @description Return to the weights that served before.
         */
        post: operations["outcomes.go_back_to_former_weights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/learning/refit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refit
         * @description Fit fusion and calibration on answers and outcomes in a job; they serve only if they are better.
         */
        post: operations["outcomes.refit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matching/rank-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rank All
         * @description Rank every need against every technology in a job (organisers).
         */
        post: operations["matching.rank_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matching/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild
         * @description Encode what changed and build the index anew in a job (organisers).
         */
        post: operations["matching.rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Me
         * @description Who is asking, and whether this is a demonstration.
         */
        get: operations["accounts.get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Consents
         * @description What one ever agreed to; without ``withdrawn_at`` it still stands.
         */
        get: operations["accounts.list_consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Consent
         * @description Agree to a purpose, or do so no more.
         */
        put: operations["accounts.change_consent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Own Data
         * @description All that the service knows of oneself, as a file.
         */
        get: operations["accounts.get_own_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Devices
         * @description Where one is signed in, the latest first.
         */
        get: operations["accounts.list_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign Out Device
         * @description Sign out on one of one's devices.
         */
        delete: operations["accounts.sign_out_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Start Email Change
         * @description Ask for another address; a link goes there, and until it is opened nothing changes.
         */
        put: operations["accounts.start_email_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase Oneself
         * @description Erase oneself for good: what one did stays and counts, without one's name and address.
         */
        post: operations["accounts.erase_oneself"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Accept with the account one is signed in with, if the invitation went to its address; acts for it from now.
         */
        post: operations["accounts.accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Join Requests
         * @description Whom one asked, and who has not decided.
         */
        get: operations["accounts.list_own_join_requests"];
        put?: never;
        /**
         * Ask To Join
         * @description Ask an organisation to take one in; asked again, nothing happens.
         */
        post: operations["accounts.ask_to_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/join-requests/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Join
         * @description Ask no more.
         */
        delete: operations["accounts.withdraw_join"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/memberships/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave Organisation
         * @description Leave an organisation; its last owner cannot.
         */
        delete: operations["accounts.leave_organisation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List News Choices
         * @description What letters of the week tell you of.
         */
        get: operations["outcomes.list_news_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/news/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose News
         * @description Get news of a kind, or no more of it.
         */
        put: operations["outcomes.choose_news"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Act For
         * @description Act for another of one's organisations, on this device.
         */
        put: operations["accounts.act_for"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring In Organisation
         * @description Bring in one's own organisation, as its owner; an organiser verifies it.
         */
        post: operations["accounts.bring_in_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description Change one's password; ends one's sign-ins on all other devices.
         */
        put: operations["accounts.change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Second Factor
         * @description Since when one's second factor is on; null while it is not.
         */
        get: operations["accounts.get_second_factor"];
        put?: never;
        /**
         * Start Second Factor
         * @description Get a secret for one's app, as text and as a picture; asked again, another one.
         */
        post: operations["accounts.start_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Second Factor
         * @description Turn it on with a code of the app; the answer shows the recovery codes, once. Ends one's other sign-ins.
         */
        post: operations["accounts.confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description Other recovery codes, shown once; the former ones end.
         */
        post: operations["accounts.renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Second Factor
         * @description Turn it off with one's password and a code; administrators must set up another before anything else.
         */
        post: operations["accounts.remove_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description One's tokens, the latest first.
         */
        get: operations["accounts.list_tokens"];
        put?: never;
        /**
         * Create Token
         * @description Make a token for a program; it is shown this once, and sent as `Authorization: Bearer`.
         */
        post: operations["accounts.create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Token
         * @description End one of one's tokens at once.
         */
        delete: operations["accounts.revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/national-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List National Records
         * @description Published technologies, and whether the national database has taken them over.
         */
        get: operations["outcomes.list_national_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/national-records/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export National Records
         * @description A file of published records in these columns.
         */
        get: operations["outcomes.export_national_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/national-records/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Record Mapping
         * @description The columns of files for the national database.
         */
        get: operations["outcomes.get_record_mapping"];
        /**
         * Set Record Mapping
         * @description Order, name and fill the columns anew.
         */
        put: operations["outcomes.set_record_mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/national-records/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark National Records
         * @description Mark records as taken over on a day, with their numbers there, or take marks back.
         */
        put: operations["outcomes.mark_national_records"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Need
         * @description Save a need as a draft.
         */
        post: operations["catalogue.create_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/news/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop All News
         * @description Stop what a letter names in its header, as programs for mail do with one click (RFC 8058).
         */
        post: operations["outcomes.stop_all_news"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/news/stop-one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop News
         * @description Stop what a link in a letter names.
         */
        post: operations["outcomes.stop_news"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Organisations
         * @description All organisations, by id.
         */
        get: operations["accounts.list_organisations"];
        put?: never;
        /**
         * Create Organisation
         * @description Add an organisation (organisers).
         */
        post: operations["accounts.create_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Organisation
         * @description One organisation.
         */
        get: operations["accounts.get_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Organisation
         * @description Change an organisation (its members and organisers).
         */
        patch: operations["accounts.update_organisation"];
        trace?: never;
    };
    "/api/organisations/{organisation_id}/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Join Requests
         * @description Who asks to join one's organisation (owners).
         */
        get: operations["accounts.list_join_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}/join-requests/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Join
         * @description Take somebody in who asked (owners).
         */
        post: operations["accounts.accept_join"];
        /**
         * Refuse Join
         * @description Refuse somebody who asked (owners).
         */
        delete: operations["accounts.refuse_join"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description The people of one's organisation.
         */
        get: operations["accounts.list_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}/members/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Member
         * @description Make a member an owner, or the reverse (owners); the last owner stays one.
         */
        put: operations["accounts.change_member"];
        post?: never;
        /**
         * Remove Member
         * @description Take somebody out of one's organisation (owners).
         */
        delete: operations["accounts.remove_member"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Verification
         * @description What organisers said of one's organisation, with its tax code.
         */
        get: operations["accounts.get_verification"];
        /**
         * Decide Verification
         * @description Verify an organisation, or reject it with a reason (organisers).
         */
        put: operations["accounts.decide_verification"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Views
         * @description Who saw details of an organisation's teasers and names of its people, the latest first (its own, organisers).
         */
        get: operations["accounts.list_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Map
         * @description Both sides on a map of two dimensions (organisers).
         */
        get: operations["matching.get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Themes
         * @description Proposed session themes with their members and strongest pairs (organisers).
         */
        get: operations["matching.get_themes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview/unasked-technologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Unasked Technologies
         * @description Technologies that nobody's need fits, by sector (organisers).
         */
        get: operations["matching.unasked_technologies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview/unmet-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Unmet Needs
         * @description Needs that no technology fits, by sector (organisers).
         */
        get: operations["matching.unmet_needs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Partners
         * @description Catalogues that are harvested, with what came of them.
         */
        get: operations["outcomes.list_partners"];
        put?: never;
        /**
         * Add Partner
         * @description Enter a catalogue; it is read when somebody asks for it, or by itself every so many days.
         */
        post: operations["outcomes.add_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{partner_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Partner
         * @description Change a catalogue; where that changes how it is read, everything is read again.
         */
        put: operations["outcomes.change_partner"];
        post?: never;
        /**
         * Remove Partner
         * @description Forget a catalogue; the postings that came from it stay.
         */
        delete: operations["outcomes.remove_partner"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{partner_id}/harvest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Harvest Partner
         * @description Take over what has changed, in a job; new and changed records wait for review.
         */
        post: operations["outcomes.harvest_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{partner_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Partner Records
         * @description Records of a catalogue, the latest change first; with ``alike`` only what may be copies.
         */
        get: operations["outcomes.list_partner_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{partner_id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Partner
         * @description Read a first page in a job and keep nothing: what would be taken, and which terms have no sector yet.
         */
        post: operations["outcomes.try_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Password Reset
         * @description Ask for a link to set another password; the answer is the same whether the address has an account or not.
         */
        post: operations["accounts.start_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Password Reset
         * @description Set another password with the link; ends all one's sign-ins, and signs nobody in.
         */
        post: operations["accounts.take_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List People
         * @description Everybody with an account (administrators).
         */
        get: operations["accounts.list_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{account_id}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Rights
         * @description Make somebody an organiser or an administrator, or no longer (administrators); the last one stays.
         */
        put: operations["accounts.set_rights"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Plans
         * @description All plans, the latest year first (organisers).
         */
        get: operations["outcomes.list_plans"];
        put?: never;
        /**
         * Create Plan
         * @description Save a plan, perhaps with all its targets (organisers).
         */
        post: operations["outcomes.create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Plan
         * @description A plan with the progress of its targets (organisers).
         */
        get: operations["outcomes.get_plan"];
        /**
         * Save Plan
         * @description Change a plan's name, number and year (organisers).
         */
        put: operations["outcomes.save_plan"];
        post?: never;
        /**
         * Delete Plan
         * @description Remove a plan with its targets and what was entered for them (organisers).
         */
        delete: operations["outcomes.delete_plan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{plan_id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Target
         * @description Add a target; with an indicator the service counts it (organisers).
         */
        post: operations["outcomes.add_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{plan_id}/targets/{target_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Target
         * @description Change a target (organisers).
         */
        put: operations["outcomes.save_target"];
        post?: never;
        /**
         * Delete Target
         * @description Remove a target with what was entered for it (organisers).
         */
        delete: operations["outcomes.delete_target"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{plan_id}/targets/{target_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter Value
         * @description Enter by hand what a target has come to, with evidence (organisers).
         */
        post: operations["outcomes.enter_value"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{plan_id}/targets/{target_id}/entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Entry
         * @description Take back a value that was entered by mistake (organisers).
         */
        delete: operations["outcomes.delete_entry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Postings
         * @description What is published, and whatever is your own; latest change first. Repeated filters are alternatives.
         */
        get: operations["catalogue.list_postings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Facets
         * @description How many published postings each choice of a filter would leave.
         */
        get: operations["catalogue.get_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/{posting_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Posting
         * @description One posting; of a teaser only what everybody may read.
         */
        get: operations["catalogue.get_posting"];
        put?: never;
        post?: never;
        /**
         * Delete Posting
         * @description Remove a posting that was never published.
         */
        delete: operations["catalogue.delete_posting"];
        options?: never;
        head?: never;
        /**
         * Update Posting
         * @description Change some fields; what an owner changes in a published posting is reviewed again.
         */
        patch: operations["catalogue.update_posting"];
        trace?: never;
    };
    "/api/postings/{posting_id}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alike
         * @description Postings of the same side, published or waiting for review, that may be the same in other words (organisers).
         */
        get: operations["matching.list_alike"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/{posting_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Candidates
         * @description Technologies for a need or needs for a technology, with reasons and criteria (owners and organisers).
         */
        get: operations["matching.get_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/{posting_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Changes
         * @description What differs from the version that organisers saw last; null where there is none.
         */
        get: operations["catalogue.get_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/{posting_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get History
         * @description Who took the posting from state to state, when and why (its organisation and organisers).
         */
        get: operations["catalogue.get_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/postings/{posting_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change State
         * @description Submit, publish, return, close: whatever the present state allows to this actor.
         */
        post: operations["catalogue.change_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Need
         * @description What would make this draft of a need better.
         */
        post: operations["matching.check_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/technologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Technology
         * @description What would make this draft of a technology better.
         */
        post: operations["matching.check_technology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Report
         * @description The report of an event, or of a period from its first day to the one before its end (organisers).
         *
         *     A header names the fonts without which a PDF cannot show all names.
         */
        get: operations["outcomes.get_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Postings of one kind for a few words or a whole text, in any language.
         */
        get: operations["matching.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sectors
         * @description The taxonomy, each top sector followed by its leaves; retired ones are there for what was filed under them.
         */
        get: operations["catalogue.list_sectors"];
        put?: never;
        /**
         * Add Sector
         * @description Add a sector (administrators).
         */
        post: operations["catalogue.add_sector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sectors/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest Sectors
         * @description Sectors for a text, best first.
         */
        post: operations["matching.suggest_sectors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sectors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Sector
         * @description Change a sector's words, retire it, or take it up again (administrators).
         */
        put: operations["catalogue.save_sector"];
        post?: never;
        /**
         * Remove Sector
         * @description Remove a sector that was added here and is not in use; any other can be retired (administrators).
         *
         *     ``sector_in_use`` says in ``uses`` by how many: needs, technologies, events, people, targets, partners.
         */
        delete: operations["catalogue.remove_sector"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Settings
         * @description The settings in force, without secrets (administrators).
         */
        get: operations["kit.get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Sign in with address and password; the answer sets a cookie.
         *
         *     Where ``second_factor`` is ``asked`` nobody is signed in yet: the cookie is one with which to send a code.
         */
        post: operations["accounts.sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Choices
         * @description The organisations with whose own sign-in one can come in.
         */
        get: operations["accounts.list_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * End Sign In
         * @description Come back from a provider: to the page one came from, or to the sign-in page for a second step or a problem.
         */
        get: operations["accounts.end_sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Second Step
         * @description Finish signing in with a code of one's app or a recovery code, after the password or a provider.
         */
        post: operations["accounts.take_second_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/with/{provider_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin Sign In
         * @description Go to a provider to sign in.
         */
        get: operations["accounts.begin_sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Out
         * @description End the sign-in of this device; does nothing where there is none.
         */
        post: operations["accounts.sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Sign Up Terms
         * @description What signing up asks for, and the version of the text that the page shows.
         */
        get: operations["accounts.get_sign_up_terms"];
        put?: never;
        /**
         * Start Sign Up
         * @description Ask for an account; a letter goes to the address. The answer is the same whether it has an account or not.
         */
        post: operations["accounts.start_sign_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Sign Up
         * @description Make the account with the link from the letter and the password that was chosen; signs in.
         */
        post: operations["accounts.confirm_sign_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/technologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Technology
         * @description Save a technology as a draft.
         */
        post: operations["catalogue.create_technology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Template
         * @description A table with the right headers and an example.
         */
        get: operations["catalogue.get_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All Tokens
         * @description Everybody's tokens, the latest first (administrators); the tokens themselves nobody can read.
         */
        get: operations["accounts.list_all_tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Any Token
         * @description End somebody's token at once; its person is told (administrators).
         */
        delete: operations["accounts.revoke_any_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Receivers
         * @description The services that are told of changes, with the numbers of deliveries.
         */
        get: operations["outcomes.list_receivers"];
        put?: never;
        /**
         * Add Receiver
         * @description Enter a service that is to be told of changes; its secret is shown this once.
         */
        post: operations["outcomes.add_receiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/deliveries/{delivery_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Again
         * @description Send something again that was given up, under its own key.
         */
        post: operations["outcomes.send_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/deliveries/{delivery_id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Aside
         * @description Give something up for good, so that what follows it goes on.
         */
        post: operations["outcomes.set_aside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{receiver_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Receiver
         * @description Remove a receiver with all that waits for it.
         */
        delete: operations["outcomes.remove_receiver"];
        options?: never;
        head?: never;
        /**
         * Change Receiver
         * @description Change what is told and where, or switch it off; while it is off nothing is kept for it.
         */
        patch: operations["outcomes.change_receiver"];
        trace?: never;
    };
    "/api/webhooks/{receiver_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send All Again
         * @description Send everything again that was given up.
         */
        post: operations["outcomes.send_all_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{receiver_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description What was and is to be told, the latest first, with each attempt.
         */
        get: operations["outcomes.list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{receiver_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Receiver Secret
         * @description Give it another secret, shown this once; the former one ends now.
         */
        post: operations["outcomes.renew_receiver_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{receiver_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Receiver
         * @description Send something that tells nothing.
         */
        post: operations["outcomes.try_receiver"];
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
        /**
         * Health
         * @description Whether the process answers at all.
         */
        get: operations["app.health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Metrics
         * @description Metrics for Prometheus.
         */
        get: operations["app.get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oai": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Harvest
         * @description Published technologies for other catalogues, by OAI-PMH 2.0; its arguments are those of the protocol.
         */
        get: operations["outcomes.harvest"];
        put?: never;
        /**
         * Harvest By Form
         * @description The same, with the arguments as a form.
         */
        post: operations["outcomes.harvest_by_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oai/schema/matchmaker-1.xsd": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Record Schema
         * @description The schema of the richer format.
         */
        get: operations["outcomes.get_record_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Whether database, model and index can serve.
         */
        get: operations["app.ready"];
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
         * About
         * @description What is answered: a posting that is sent back, or an organisation that is not verified.
         * @enum {string}
         */
        About: "posting" | "organisation";
        /** AcceptedPairPublic */
        AcceptedPairPublic: {
            /**
             * Also
             * @description Further pairs of need and technology for the same meeting.
             */
            also: [
                number,
                number
            ][];
            /** By Organiser */
            by_organiser: boolean;
            /** Expert Id */
            expert_id: number | null;
            /** Must */
            must: boolean;
            /** Need Id */
            need_id: number | null;
            /** Need Organisation Id */
            need_organisation_id: number;
            /** Priority */
            priority: number;
            /** Technology Id */
            technology_id: number | null;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /** Value */
            value: number;
        };
        /**
         * AccountPublic
         * @description What somebody sees of their own account.
         */
        AccountPublic: {
            /** Administrator */
            administrator: boolean;
            /** Email */
            email: string;
            /** Id */
            id: number;
            language: components["schemas"]["Language"];
            /** Name */
            name: string;
            /** Organiser */
            organiser: boolean;
        };
        /**
         * AccountWithRights
         * @description An account as administrators see it.
         */
        AccountWithRights: {
            /** Administrator */
            administrator: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Disabled At */
            disabled_at: string | null;
            /** Email */
            email: string;
            /** Id */
            id: number;
            language: components["schemas"]["Language"];
            /** Name */
            name: string;
            /** Organiser */
            organiser: boolean;
            /** Second Factor */
            second_factor: boolean;
        };
        /** ActingForSent */
        ActingForSent: {
            /** Organisation Id */
            organisation_id: number;
        };
        /**
         * AgendaPublic
         * @description Meetings of a whole event, of somebody, or at a table, in order of time.
         */
        AgendaPublic: {
            /** Entries */
            entries: components["schemas"]["EntryPublic"][];
            /** Event Id */
            event_id: number;
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /** Fixed */
            fixed: components["schemas"]["FixedPublic"][];
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            person: components["schemas"]["PartyPublic"] | null;
            /** Place */
            place: string;
            state: components["schemas"]["VersionState"];
            /** Table */
            table: string | null;
            /** Version */
            version: number;
            /** Zone */
            zone: string;
        };
        /**
         * AlikePublic
         * @description Another posting that may say the same; ``similarity`` is the cosine of their nearest texts.
         */
        AlikePublic: {
            /** Posting */
            posting: components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
            /** Similarity */
            similarity: number;
        };
        /** AnswerPublic */
        AnswerPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Need Id */
            need_id: number;
            /** Organisation Id */
            organisation_id: number;
            reason: components["schemas"]["Reason"] | null;
            side: components["schemas"]["Kind"];
            /** Technology Id */
            technology_id: number;
            value: components["schemas"]["Value"];
            /** Version */
            version: number;
        };
        /**
         * AnswerRecordPublic
         * @description For calibrating the ranking: what was said, and what the ranking had said.
         */
        AnswerRecordPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Need Id */
            need_id: number;
            /** Organisation Id */
            organisation_id: number;
            /** Probability */
            probability: number | null;
            /** Rank */
            rank: number | null;
            /** Ranked At */
            ranked_at: string | null;
            reason: components["schemas"]["Reason"] | null;
            side: components["schemas"]["Kind"];
            /** Technology Id */
            technology_id: number;
            value: components["schemas"]["Value"] | null;
            /** Weights */
            weights: string | null;
        };
        /**
         * AnswerSent
         * @description An answer; declining needs a reason. ``side`` is for organisers, who answer for others.
         */
        AnswerSent: {
            /** @example null */
            reason?: components["schemas"]["Reason"] | null;
            side?: components["schemas"]["Kind"] | null;
            /** @example must_meet */
            value: components["schemas"]["Value"];
            /**
             * Version
             * @description Refused when the answer has another one by now.
             */
            version?: number | null;
        };
        /** AnswerTemplatePublic */
        AnswerTemplatePublic: {
            about: components["schemas"]["About"];
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Text En */
            text_en: string;
            /** Text Vi */
            text_vi: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * AnswerTemplateSaved
         * @description A template as it shall be; ``version`` guards against overwriting somebody else's change.
         */
        AnswerTemplateSaved: {
            /** @default posting */
            about: components["schemas"]["About"];
            /**
             * Name
             * @example Thiếu số liệu
             */
            name: string;
            /**
             * Text En
             * @default
             * @example Name a figure and a date.
             */
            text_en: string;
            /**
             * Text Vi
             * @default
             * @example Hãy nêu số đo và thời hạn.
             */
            text_vi: string;
            /** Version */
            version: number;
        };
        /**
         * AnswerTemplateSent
         * @description A template; at least one of the texts is filled.
         */
        AnswerTemplateSent: {
            /** @default posting */
            about: components["schemas"]["About"];
            /**
             * Name
             * @example Thiếu số liệu
             */
            name: string;
            /**
             * Text En
             * @default
             * @example Name a figure and a date.
             */
            text_en: string;
            /**
             * Text Vi
             * @default
             * @example Hãy nêu số đo và thời hạn.
             */
            text_vi: string;
        };
        /** AttemptPublic */
        AttemptPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Milliseconds */
            milliseconds: number;
            /** Problem */
            problem: string;
            /** Status */
            status: number | null;
        };
        /**
         * AuditEntryPublic
         * @description One change: of a row made there is no ``before``, of a row removed no ``after``.
         */
        AuditEntryPublic: {
            /** Account Id */
            account_id: number | null;
            /** Account Name */
            account_name: string | null;
            /**
             * Action
             * @example catalogue.update_posting
             */
            action: string;
            /**
             * Actor
             * @description The acting party, as in `/me`; `service` and `command_line` are no people.
             */
            actor: string;
            /** After */
            after: {
                [key: string]: unknown;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            };
            door: components["schemas"]["Door"];
            /**
             * Door Id
             * @description The id of the token or the job.
             */
            door_id: number | null;
            /**
             * Entity
             * @example posting
             */
            entity: string;
            /** Entity Id */
            entity_id: string;
            /** Id */
            id: number;
            /** Organisation Id */
            organisation_id: number | null;
            /**
             * Part
             * @description The table of the row that changed.
             * @example posting_text
             */
            part: string;
            /** Part Id */
            part_id: string;
        };
        /**
         * AuditPage
         * @description Entries, the latest first; ``next`` is what to send as ``before`` for those that follow.
         */
        AuditPage: {
            /** Items */
            items: components["schemas"]["AuditEntryPublic"][];
            /** Next */
            next: number | null;
        };
        /**
         * Availability
         * @description The slots in which somebody, or a table, is not there; in all others they are.
         */
        Availability: {
            /**
             * Away
             * @example [
             *       3,
             *       4
             *     ]
             */
            away: number[];
        };
        /** AvailabilityPublic */
        AvailabilityPublic: {
            /** Away */
            away: number[];
            /**
             * Blocked
             * @description Slots taken by company visits and other fixed blocks.
             */
            blocked: number[];
        };
        /**
         * Backing
         * @description ``evidenced`` is an organiser's word, by a document; it is shown as such.
         * @enum {string}
         */
        Backing: "open" | "evidenced" | "confirmed";
        /**
         * BinPublic
         * @description A tenth of the scale: the probability that was said, and the share that was seen to fit.
         */
        BinPublic: {
            /** Said */
            said: number;
            /** Seen */
            seen: number;
            /** Weight */
            weight: number;
        };
        /** BlockCreate */
        BlockCreate: {
            /**
             * Everybody
             * @description Whether it is for all people of the event.
             * @default false
             */
            everybody: boolean;
            /** @default company_visit */
            kind: components["schemas"]["BlockKind"];
            /**
             * Name En
             * @default
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Tham quan nhà máy
             */
            name_vi: string;
            /** Person Ids */
            person_ids?: number[];
            /**
             * Place
             * @default
             */
            place: string;
            /** Slot Ids */
            slot_ids: number[];
        };
        /**
         * BlockKind
         * @enum {string}
         */
        BlockKind: "company_visit" | "plenary" | "other";
        /** BlockPublic */
        BlockPublic: {
            /** Everybody */
            everybody: boolean;
            /** Id */
            id: number;
            kind: components["schemas"]["BlockKind"];
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Person Ids */
            person_ids: number[];
            /** Place */
            place: string;
            /** Slot Ids */
            slot_ids: number[];
        };
        /** BreakHours */
        BreakHours: {
            /**
             * Ends
             * Format: time
             * @example 13:30
             */
            ends: string;
            /**
             * Starts
             * Format: time
             * @example 12:00
             */
            starts: string;
        };
        /**
         * BrokenPublic
         * @description A rule that is broken; parameters are ids of rows and keys of meetings.
         */
        BrokenPublic: {
            /** Code */
            code: string;
            /** Params */
            params: {
                [key: string]: unknown;
            };
        };
        /**
         * By
         * @description What facts are grouped by.
         * @enum {string}
         */
        By: "month" | "sector" | "kind" | "region" | "event";
        /**
         * CandidateList
         * @description Candidates of one posting; ``verdict`` says plainly when none is good.
         */
        CandidateList: {
            /**
             * Considered
             * @description How many postings of the other side were compared.
             */
            considered: number;
            /** Items */
            items: components["schemas"]["CandidatePublic"][];
            kind: components["schemas"]["Kind"];
            /** Posting Id */
            posting_id: number;
            /** Threshold */
            threshold: number;
            /**
             * Verdict
             * @description `good_matches` or `no_good_match`.
             */
            verdict: string;
            /** Weights */
            weights: string;
        };
        /** CandidatePublic */
        CandidatePublic: {
            /** Criteria */
            criteria: components["schemas"]["CriterionPublic"][];
            /**
             * Good
             * @description Whether the probability reaches the threshold.
             */
            good: boolean;
            parts: components["schemas"]["PartsPublic"];
            /** Posting */
            posting: components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
            /**
             * Probability
             * @description Calibrated probability that the pair fits, 0 to 1.
             */
            probability: number;
            /** Rank */
            rank: number;
            /** Reasons */
            reasons: components["schemas"]["ReasonPublic"][];
        };
        /** CaseEvidenceSent */
        CaseEvidenceSent: {
            /** Evidence */
            evidence: string;
            /** Version */
            version: number;
        };
        /** CaseFilePublic */
        CaseFilePublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Kind"] | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /**
             * Size
             * @description In bytes.
             */
            size: number;
        };
        /** CaseGoingPublic */
        CaseGoingPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Months */
            months: number;
            says: components["schemas"]["Going"];
            side: components["schemas"]["Kind"];
        };
        /** CaseGoingSent */
        CaseGoingSent: {
            /** @example well */
            says: components["schemas"]["Going"];
        };
        /** CaseNotePublic */
        CaseNotePublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["Kind"] | null;
            /** Id */
            id: number;
            /**
             * Own
             * @description Whether the reader may remove it.
             */
            own: boolean;
            /** Text */
            text: string;
        };
        /** CaseNoteSent */
        CaseNoteSent: {
            /** Text */
            text: string;
        };
        /** CasePartnerPublic */
        CasePartnerPublic: {
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Organisation Id */
            organisation_id: number;
            /** Posting Id */
            posting_id: number | null;
            /**
             * Titles
             * @description By language, the posting's own first.
             */
            titles: {
                [key: string]: string;
            };
        };
        /**
         * CasePersonPublic
         * @description Somebody to whom a task may be given.
         */
        CasePersonPublic: {
            /** Account Id */
            account_id: number | null;
            /** Name */
            name: string;
            side: components["schemas"]["Kind"];
        };
        /**
         * CasePublic
         * @description All there is of a case.
         */
        CasePublic: {
            /**
             * Asks
             * @description After how many months it is asked how it goes, where it is now.
             */
            asks: number | null;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            declined_by: components["schemas"]["Kind"] | null;
            /** Event En */
            event_en: string;
            /** Event Id */
            event_id: number;
            /** Event Vi */
            event_vi: string;
            /** Files */
            files: components["schemas"]["CaseFilePublic"][];
            /** Goings */
            goings: components["schemas"]["CaseGoingPublic"][];
            /** Id */
            id: number;
            /**
             * Keys
             * @description The meetings that led to it.
             */
            keys: string[];
            need: components["schemas"]["CasePartnerPublic"];
            /** Next Due */
            next_due: string | null;
            /** Notes */
            notes: components["schemas"]["CaseNotePublic"][];
            /** Open Tasks */
            open_tasks: number;
            /**
             * Overdue
             * @description How many tasks are past their date.
             */
            overdue: number;
            /** People */
            people: components["schemas"]["CasePersonPublic"][];
            reason: components["schemas"]["Reason"] | null;
            /** @description The reader's; None for organisers. */
            side: components["schemas"]["Kind"] | null;
            stage: components["schemas"]["Stage"];
            /**
             * Stage At
             * Format: date-time
             */
            stage_at: string;
            /** Steps */
            steps: components["schemas"]["CaseStepPublic"][];
            /** Tasks */
            tasks: components["schemas"]["CaseTaskPublic"][];
            technology: components["schemas"]["CasePartnerPublic"];
            value: components["schemas"]["CaseValuePublic"] | null;
            /** Version */
            version: number;
            /** @description The side whose word on the next step is missing. */
            waits_for: components["schemas"]["Kind"] | null;
        };
        /**
         * CaseRow
         * @description A case in a list.
         */
        CaseRow: {
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            declined_by: components["schemas"]["Kind"] | null;
            /** Event En */
            event_en: string;
            /** Event Id */
            event_id: number;
            /** Event Vi */
            event_vi: string;
            /** Id */
            id: number;
            need: components["schemas"]["CasePartnerPublic"];
            /** Next Due */
            next_due: string | null;
            /** Open Tasks */
            open_tasks: number;
            /**
             * Overdue
             * @description How many tasks are past their date.
             */
            overdue: number;
            reason: components["schemas"]["Reason"] | null;
            stage: components["schemas"]["Stage"];
            /**
             * Stage At
             * Format: date-time
             */
            stage_at: string;
            technology: components["schemas"]["CasePartnerPublic"];
            value: components["schemas"]["CaseValuePublic"] | null;
            /** Version */
            version: number;
            /** @description The side whose word on the next step is missing. */
            waits_for: components["schemas"]["Kind"] | null;
        };
        /**
         * CaseStageSent
         * @description Where a case is now; closing needs a reason. ``day`` is when it came there, today if left out.
         */
        CaseStageSent: {
            /** Day */
            day?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** @example null */
            reason?: components["schemas"]["Reason"] | null;
            /** @example nda */
            stage: components["schemas"]["Stage"];
            /** Version */
            version: number;
        };
        /** CaseStepPublic */
        CaseStepPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** @description Of which side it was said; None is an organiser. */
            by: components["schemas"]["Kind"] | null;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Note */
            note: string;
            reason: components["schemas"]["Reason"] | null;
            stage: components["schemas"]["Stage"];
        };
        /**
         * CaseTaskChanged
         * @description The whole task as it should be.
         */
        CaseTaskChanged: {
            /** Account Id */
            account_id?: number | null;
            /** Due */
            due?: string | null;
            /**
             * Person
             * @default
             */
            person: string;
            /** @default open */
            progress: components["schemas"]["Progress"];
            /**
             * Progress Note
             * @default
             */
            progress_note: string;
            /**
             * Responsible
             * @default
             */
            responsible: string;
            responsible_side?: components["schemas"]["Kind"] | null;
            side?: components["schemas"]["Kind"] | null;
            /** Version */
            version: number;
            /** What */
            what: string;
        };
        /** CaseTaskPublic */
        CaseTaskPublic: {
            /** Account Id */
            account_id: number | null;
            /** Done At */
            done_at: string | null;
            /** Due */
            due: string | null;
            /** Id */
            id: number;
            /** Overdue */
            overdue: boolean;
            /** Person */
            person: string;
            progress: components["schemas"]["Progress"];
            /** Progress Note */
            progress_note: string;
            /** Responsible */
            responsible: string;
            responsible_side: components["schemas"]["Kind"] | null;
            side: components["schemas"]["Kind"] | null;
            /** Version */
            version: number;
            /** What */
            what: string;
        };
        /**
         * CaseTaskSent
         * @description Clear person, task, progress and responsibility. ``side`` is the person's, ``responsible_side`` the other's.
         *
         *     With ``account_id`` the person is that member, whatever name is sent.
         */
        CaseTaskSent: {
            /** Account Id */
            account_id?: number | null;
            /** Due */
            due?: string | null;
            /**
             * Person
             * @default
             */
            person: string;
            /** @default open */
            progress: components["schemas"]["Progress"];
            /**
             * Progress Note
             * @default
             */
            progress_note: string;
            /**
             * Responsible
             * @default
             */
            responsible: string;
            responsible_side?: components["schemas"]["Kind"] | null;
            side?: components["schemas"]["Kind"] | null;
            /** What */
            what: string;
        };
        /** CaseValuePublic */
        CaseValuePublic: {
            /** Amount */
            amount: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Awaited
             * @description The sides that have not confirmed it.
             */
            awaited: components["schemas"]["Kind"][];
            backing: components["schemas"]["Backing"];
            currency: components["schemas"]["Currency"];
            /** Evidence */
            evidence: string;
            /** Version */
            version: number;
        };
        /**
         * CaseValueSent
         * @description The value of the contract. ``version`` is that of the value seen last, None where there was none.
         */
        CaseValueSent: {
            /**
             * Amount
             * @example 1250000000
             */
            amount: string;
            currency: components["schemas"]["Currency"];
            /**
             * Evidence
             * @description For organisers: the document by which they confirm it.
             * @default
             */
            evidence: string;
            /** Version */
            version?: number | null;
        };
        /**
         * CaseVersionSent
         * @description What was seen last; refused when it is another one by now.
         */
        CaseVersionSent: {
            /** Version */
            version: number;
        };
        /**
         * ChangeKind
         * @enum {string}
         */
        ChangeKind: "new" | "moved" | "cancelled";
        /**
         * ChangePublic
         * @description What became of a meeting between two versions; why is never said.
         */
        ChangePublic: {
            after: components["schemas"]["SeatPublic"] | null;
            before: components["schemas"]["SeatPublic"] | null;
            /** Key */
            key: string;
            kind: components["schemas"]["ChangeKind"];
            /**
             * What
             * @description What is another one now, of a meeting that moved.
             */
            what: components["schemas"]["What"][];
        };
        /**
         * Channel
         * @description ``none`` is whom no letter reaches, since they gave no address.
         * @enum {string}
         */
        Channel: "letter" | "none";
        /**
         * CheckInSent
         * @description Somebody by the code of their badge or by id; ``here`` false takes it back.
         */
        CheckInSent: {
            /** Code */
            code?: string | null;
            /**
             * Here
             * @default true
             */
            here: boolean;
            /** Person Id */
            person_id?: number | null;
            /**
             * Said At
             * Format: date-time
             * @description When it was said; it may arrive later.
             */
            said_at: string;
            /**
             * Sent Key
             * @description Made by whoever sends; what comes again with the same key changes nothing.
             * @example 7d5c1c3e-5d5b-4a53-9f5e-1f0e0b8c9a10
             */
            sent_key: string;
        };
        /**
         * CodePublic
         * @description What somebody shows at the desk: the code of their badge, also as a picture.
         */
        CodePublic: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Person Id */
            person_id: number;
            /**
             * Picture
             * @description A QR code as the address of a picture.
             */
            picture: string;
        };
        /** CodeSent */
        CodeSent: {
            /** Code */
            code: string;
        };
        /**
         * Comparison
         * @description How a value meets its target.
         * @enum {string}
         */
        Comparison: "at_least" | "at_most" | "above";
        /** ConsentPublic */
        ConsentPublic: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            purpose: components["schemas"]["Purpose"];
            /** Version */
            version: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /** ConsentSent */
        ConsentSent: {
            /** Given */
            given: boolean;
            /** Version */
            version?: string | null;
        };
        /**
         * ConsentsSent
         * @description ``version`` is that of the text that was shown.
         */
        ConsentsSent: {
            /** Purposes */
            purposes: components["schemas"]["Purpose"][];
            /** Version */
            version: string;
        };
        /**
         * Cooperation
         * @enum {string}
         */
        Cooperation: "licence" | "sale" | "joint_development" | "technical_cooperation" | "service" | "investment";
        /** CriterionPublic */
        CriterionPublic: {
            /**
             * Name
             * @example readiness
             */
            name: string;
            /**
             * Need
             * @description What the need says.
             */
            need?: unknown;
            /**
             * Technology
             * @description What the technology says.
             */
            technology?: unknown;
            /**
             * Verdict
             * @description `met`, `not_met` or `not_stated`.
             * @example met
             */
            verdict: string;
        };
        /**
         * Currency
         * @enum {string}
         */
        Currency: "VND" | "USD" | "EUR" | "JPY" | "KRW" | "CNY" | "TWD";
        /**
         * DayHours
         * @description Hours of one day, on the clocks of the event's zone.
         */
        DayHours: {
            /** Breaks */
            breaks?: components["schemas"]["BreakHours"][];
            /**
             * Day
             * Format: date
             * @example 2027-05-20
             */
            day: string;
            /**
             * Ends
             * Format: time
             * @example 17:00
             */
            ends: string;
            /**
             * Starts
             * Format: time
             * @example 08:30
             */
            starts: string;
        };
        /**
         * DayPublic
         * @description The day as the desk sees it; who takes part by video is neither expected nor missing.
         */
        DayPublic: {
            /** Event Id */
            event_id: number;
            /** Expected */
            expected: number;
            /** Here */
            here: number;
            /** Meetings */
            meetings: components["schemas"]["MeetingOnDay"][];
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** People */
            people: components["schemas"]["PersonOnDay"][];
            /** Phase */
            phase: string;
            /**
             * Version
             * @description The agenda published last.
             */
            version: number | null;
        };
        /**
         * DefinitionPublic
         * @description What an indicator is called and what it means.
         */
        DefinitionPublic: {
            /**
             * Code
             * @example meetings_held
             */
            code: string;
            /** Definition En */
            definition_en: string;
            /** Definition Vi */
            definition_vi: string;
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            section: components["schemas"]["Section"];
            /** Section En */
            section_en: string;
            /** Section Vi */
            section_vi: string;
            unit: components["schemas"]["Unit"];
        };
        /** DelegateCreate */
        DelegateCreate: {
            /**
             * Email
             * @example hanh@example.org
             */
            email?: string | null;
            /** Languages */
            languages?: string[];
            /**
             * Name
             * @example Nguyễn Thị Hạnh
             */
            name: string;
            /**
             * Posting Ids
             * @description The postings this delegate speaks for; all if empty.
             */
            posting_ids?: number[];
            /**
             * Remote
             * @description Whether a delegate or expert takes part by video.
             * @default false
             */
            remote: boolean;
        };
        /**
         * DeliveryPublic
         * @description A delivery with its attempts, the latest first.
         */
        DeliveryPublic: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Held
             * @description Waits until an earlier one of its subject is delivered or set aside.
             */
            held: boolean;
            /** Id */
            id: number;
            /** Key */
            key: string;
            kind: components["schemas"]["ToldKind"];
            /**
             * Next At
             * Format: date-time
             */
            next_at: string;
            state: components["schemas"]["DeliveryState"];
            /** Subject */
            subject: string;
            /** Tries */
            tries: components["schemas"]["AttemptPublic"][];
        };
        /**
         * DeliveryState
         * @description ``DEAD`` was tried often enough; it and what follows it wait for somebody's decision.
         * @enum {string}
         */
        DeliveryState: "waiting" | "delivered" | "dead" | "set_aside";
        /**
         * DemonstrationParty
         * @enum {string}
         */
        DemonstrationParty: "enterprise" | "institute" | "organiser";
        /** DemonstrationSent */
        DemonstrationSent: {
            party: components["schemas"]["DemonstrationParty"];
        };
        /**
         * DevicePublic
         * @description A device on which one is signed in; ``this`` is the one that asks.
         */
        DevicePublic: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Device */
            device: string;
            /** Id */
            id: number;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** This */
            this: boolean;
        };
        /**
         * Direction
         * @enum {string}
         */
        Direction: "sent" | "received";
        /** DisplayAsked */
        DisplayAsked: {
            /**
             * Renew
             * @description Make another address; the former one ends.
             * @default false
             */
            renew: boolean;
        };
        /**
         * DisplayPublic
         * @description The secret of the displays' addresses. Whoever has it sees who meets at which table.
         */
        DisplayPublic: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Token */
            token: string;
        };
        /**
         * Door
         * @description By which way somebody came.
         * @enum {string}
         */
        Door: "page" | "token" | "job" | "command" | "service";
        /**
         * DraftSent
         * @description All meetings of the next version. ``revision`` guards against overwriting somebody else's change.
         */
        DraftSent: {
            /** Figures */
            figures?: {
                [key: string]: components["schemas"]["Figure"];
            };
            /** Placements */
            placements: components["schemas"]["PlacementSent"][];
            /** Revision */
            revision?: number | null;
        };
        /** DraftText */
        DraftText: {
            /** Language */
            language?: string | null;
            /**
             * Text
             * @example Hệ thống điện mặt trời áp mái cho nhà xưởng
             */
            text: string;
        };
        /**
         * EditPublic
         * @description What a change of the draft makes of it.
         */
        EditPublic: {
            /**
             * Breaks
             * @description How many more breaks delegates have than before.
             */
            breaks: number;
            /** Changes */
            changes: components["schemas"]["ChangePublic"][];
            /** Revision */
            revision: number;
            /** Saved */
            saved: boolean;
            /**
             * Value
             * @description How much more the placed meetings are worth than before.
             */
            value: number;
            /**
             * Violations
             * @description Everything that is wrong with the draft after it.
             */
            violations: components["schemas"]["BrokenPublic"][];
        };
        /**
         * EditSent
         * @description What every hand move says.
         */
        EditSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
        };
        /**
         * Editing
         * @description What somebody who may change a posting can do with it.
         */
        Editing: {
            /**
             * Findings
             * @description How many things the rules for a draft would improve.
             */
            findings: number;
            /**
             * Goes Back
             * @description Whether this reader's changes take it out of the catalogue for a new review.
             */
            goes_back: boolean;
            /**
             * Next States
             * @description Where this reader may take it from its present state.
             */
            next_states: components["schemas"]["State"][];
            /** @description Whose step is next; the owner is its organisation. */
            waits_for: components["schemas"]["Party"] | null;
        };
        /** EmailChangeAsked */
        EmailChangeAsked: {
            /**
             * Email
             * @example lan@ben-binh.example
             */
            email: string;
            /** Password */
            password: string;
        };
        /** EmailChangeSent */
        EmailChangeSent: {
            /** Token */
            token: string;
        };
        /**
         * Enrolment
         * @description What an app needs; ``qr`` is the same as a picture, an SVG as a ``data:`` address.
         */
        Enrolment: {
            /** Qr */
            qr: string;
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /**
         * EntryPublic
         * @description A meeting as its people know it; times are on the clocks of the event's zone.
         */
        EntryPublic: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            expert: components["schemas"]["PartyPublic"] | null;
            interpreter: components["schemas"]["PartyPublic"] | null;
            /** Key */
            key: string;
            /** Need Id */
            need_id: number | null;
            need_side: components["schemas"]["PartyPublic"];
            /**
             * Need Titles
             * @description By language, the posting's own first.
             */
            need_titles: {
                [key: string]: string;
            };
            /** Room */
            room: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["PlacementState"];
            /** Table */
            table: string;
            /** Table Id */
            table_id: number;
            /** Technology Id */
            technology_id: number | null;
            technology_side: components["schemas"]["PartyPublic"];
            /** Technology Titles */
            technology_titles: {
                [key: string]: string;
            };
            /** Video Link */
            video_link: string | null;
        };
        /**
         * EntrySent
         * @description A value as it stood on a day; a text or a link says where it comes from.
         */
        EntrySent: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Evidence
             * @default
             * @example Báo cáo của Sở, trang 3
             */
            evidence: string;
            /**
             * Link
             * @example null
             */
            link?: string | null;
            /** Value */
            value: number;
        };
        /**
         * ErasureSent
         * @description The password once more; who has none sends an empty one, soon after signing in.
         */
        ErasureSent: {
            /**
             * Password
             * @default
             */
            password: string;
        };
        /**
         * EventCandidate
         * @description A pair that an organisation may answer to; ``posting`` is the other side's.
         */
        EventCandidate: {
            answer: components["schemas"]["OwnAnswer"] | null;
            /** Need Id */
            need_id: number;
            /** Organisation En */
            organisation_en: string;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Vi */
            organisation_vi: string;
            /** Posting */
            posting: components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
            /** Probability */
            probability: number;
            /**
             * Rank
             * @description The place in the list of one's own posting, over the whole catalogue.
             */
            rank: number;
            request: components["schemas"]["RequestPublic"] | null;
            side: components["schemas"]["Kind"];
            /** Technology Id */
            technology_id: number;
        };
        /** EventCreate */
        EventCreate: {
            /**
             * Announced
             * @description Whether others than organisers know of the event.
             * @default false
             */
            announced: boolean;
            /**
             * Answers Until
             * Format: date-time
             * @example 2027-05-10T17:00:00+07:00
             */
            answers_until: string;
            /**
             * First Day
             * Format: date
             * @example 2027-05-20
             */
            first_day: string;
            /**
             * Key
             * @description Your own reference; unique.
             */
            key?: string | null;
            /** Languages */
            languages?: string[];
            /**
             * Last Day
             * Format: date
             * @example 2027-05-21
             */
            last_day: string;
            /**
             * Name En
             * @default
             * @example Green energy connection day
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Ngày kết nối cung cầu năng lượng xanh
             */
            name_vi: string;
            /**
             * Open Requests Limit
             * @description Requests that wait at once: of one sender, and at one receiver.
             * @default 20
             */
            open_requests_limit: number;
            /**
             * Place
             * @default
             * @example Cung Văn hóa Hữu nghị Việt Tiệp, Hải Phòng
             */
            place: string;
            /**
             * Region
             * @default hai-phong
             */
            region: string;
            /**
             * Registration Until
             * Format: date-time
             * @example 2027-05-01T17:00:00+07:00
             */
            registration_until: string;
            /**
             * Repeat Meetings
             * @description Whether two organisations may meet more than once.
             * @default false
             */
            repeat_meetings: boolean;
            /**
             * Request Hours
             * @description After how many hours a request expires.
             * @default 120
             */
            request_hours: number;
            /**
             * Sectors
             * @example [
             *       "renewable-energy"
             *     ]
             */
            sectors?: string[];
            /**
             * Zone
             * @description A zone of the IANA database.
             * @default Asia/Ho_Chi_Minh
             */
            zone: string;
        };
        /**
         * EventPublic
         * @description An event; deadlines are on the clocks of its zone.
         */
        EventPublic: {
            /**
             * Announced
             * @description Whether others than organisers know of the event.
             * @default false
             */
            announced: boolean;
            /**
             * Answers Until
             * Format: date-time
             */
            answers_until: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * First Day
             * Format: date
             * @example 2027-05-20
             */
            first_day: string;
            /** Id */
            id: number;
            /** Key */
            key: string | null;
            /** Languages */
            languages?: string[];
            /**
             * Last Day
             * Format: date
             * @example 2027-05-21
             */
            last_day: string;
            /**
             * May Become
             * @description The phases to which it may go next, in order.
             */
            may_become: components["schemas"]["Phase"][];
            /**
             * Name En
             * @default
             * @example Green energy connection day
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Ngày kết nối cung cầu năng lượng xanh
             */
            name_vi: string;
            /**
             * Open Requests Limit
             * @description Requests that wait at once: of one sender, and at one receiver.
             * @default 20
             */
            open_requests_limit: number;
            phase: components["schemas"]["Phase"];
            /**
             * Place
             * @default
             * @example Cung Văn hóa Hữu nghị Việt Tiệp, Hải Phòng
             */
            place: string;
            /**
             * Refused
             * @description What whoever asks may not do now, with the code that says why.
             */
            refused: {
                [key: string]: components["schemas"]["Refusal"];
            };
            /**
             * Region
             * @default hai-phong
             */
            region: string;
            /**
             * Registration Until
             * Format: date-time
             */
            registration_until: string;
            /**
             * Repeat Meetings
             * @description Whether two organisations may meet more than once.
             * @default false
             */
            repeat_meetings: boolean;
            /**
             * Request Hours
             * @description After how many hours a request expires.
             * @default 120
             */
            request_hours: number;
            /**
             * Sectors
             * @example [
             *       "renewable-energy"
             *     ]
             */
            sectors?: string[];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /**
             * Zone
             * @description A zone of the IANA database.
             * @default Asia/Ho_Chi_Minh
             */
            zone: string;
        };
        /** EventStepPublic */
        EventStepPublic: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            from_phase: components["schemas"]["Phase"];
            /** Reason */
            reason: string;
            to_phase: components["schemas"]["Phase"];
        };
        /**
         * EventUpdate
         * @description Fields to change; what is left out stays. ``version`` guards against overwriting somebody else's change.
         */
        EventUpdate: {
            /**
             * Changes
             * @example {
             *       "place": "Trung tâm Hội nghị"
             *     }
             */
            changes: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /**
         * FacetsPublic
         * @description How many published postings each choice would leave beside the other filters; ``levels`` reach so much.
         */
        FacetsPublic: {
            /** Languages */
            languages: {
                [key: string]: number;
            };
            /** Levels */
            levels: {
                [key: string]: number;
            };
            /** Regions */
            regions: {
                [key: string]: number;
            };
            /** Sectors */
            sectors: {
                [key: string]: number;
            };
            /** Total */
            total: number;
        };
        /**
         * FeedPublic
         * @description The address of a calendar, below that of the service. Whoever has it can read the calendar.
         */
        FeedPublic: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Path */
            path: string;
        };
        /** FeedSent */
        FeedSent: {
            /**
             * Renew
             * @description Make another address; the former one ends.
             * @default false
             */
            renew: boolean;
        };
        /**
         * FeedbackPublic
         * @description The words of both sides as far as the reader may see them: the other's only after one's own.
         */
        FeedbackPublic: {
            /**
             * Case Id
             * @description The case that came of it, where the reader may see it.
             */
            case_id: number | null;
            /** Event Id */
            event_id: number;
            /** Key */
            key: string;
            need: components["schemas"]["FeedbackWordPublic"] | null;
            technology: components["schemas"]["FeedbackWordPublic"] | null;
        };
        /**
         * FeedbackSent
         * @description One side's word on the next step; without interest a reason is needed.
         *
         *     ``sent_key`` is made by the sender, once for each word; ``said_at`` is when it was said. ``side`` is for organisers,
         *     who speak for others.
         */
        FeedbackSent: {
            /**
             * Interested
             * @example true
             */
            interested: boolean;
            /** Note */
            note?: string | null;
            /** @example null */
            reason?: components["schemas"]["Reason"] | null;
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
            /**
             * Sent Key
             * @example 0b6c4a52-7d0e-4b43-9a3f-0c6b2f9d8f11
             */
            sent_key: string;
            side?: components["schemas"]["Kind"] | null;
            /** Steps */
            steps?: components["schemas"]["NextStepSent"][];
        };
        /**
         * FeedbackWordPublic
         * @description What one side said. Reason and note are for itself and the organisers; its key is for itself.
         */
        FeedbackWordPublic: {
            /** Interested */
            interested: boolean;
            /** Note */
            note: string;
            reason: components["schemas"]["Reason"] | null;
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
            /** Sent Key */
            sent_key: string | null;
            /** Steps */
            steps: components["schemas"]["NextStepPublic"][];
        };
        /**
         * FieldChange
         * @description A field that differs from what organisers saw last; of a translation with its language.
         */
        FieldChange: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Field */
            field: string;
            /** Language */
            language: string | null;
        };
        /**
         * Figure
         * @description What one level of the plan came to, and whether nothing better is possible.
         */
        Figure: {
            /** Bound */
            bound?: number | null;
            /**
             * Proven
             * @default false
             */
            proven: boolean;
            /** Value */
            value: number;
        };
        /**
         * FigurePublic
         * @description A figure; without a value where there is nothing to count it from, or where only its parts can be said.
         */
        FigurePublic: {
            /** Code */
            code: string;
            /** Parts */
            parts: components["schemas"]["PartPublic"][];
            /** Value */
            value: number | null;
        };
        /** FindingPublic */
        FindingPublic: {
            /**
             * Code
             * @example success_measure_missing
             */
            code: string;
            /**
             * Field
             * @example success_measure
             */
            field: string;
            /** Params */
            params: {
                [key: string]: unknown;
            };
        };
        /**
         * FixedPublic
         * @description Something fixed, such as a company visit; people are named in the agenda of all.
         */
        FixedPublic: {
            /** Block Id */
            block_id: number;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Everybody */
            everybody: boolean;
            kind: components["schemas"]["BlockKind"];
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** People */
            people: components["schemas"]["PartyPublic"][];
            /** Place */
            place: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * GoSent
         * @description The step after which the draft is wanted; 0 is before all of them.
         */
        GoSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /** Number */
            number: number;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
        };
        /**
         * Going
         * @description One tap's answer to how a case goes.
         * @enum {string}
         */
        Going: "well" | "slowly" | "stuck" | "over";
        /**
         * GroupPublic
         * @description The figures of a month (2026-11), a top sector, a kind, a region or an event (its id).
         */
        GroupPublic: {
            /** Figures */
            figures: components["schemas"]["FigurePublic"][];
            /** Key */
            key: string;
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
        };
        /** HarvestAsked */
        HarvestAsked: {
            /**
             * Whole
             * @description Read everything again instead of what has changed.
             * @default false
             */
            whole: boolean;
        };
        /**
         * How
         * @description Where the value of a target comes from.
         * @enum {string}
         */
        How: "counted" | "entered";
        /** ImportAnswer */
        ImportAnswer: {
            /** Errors */
            errors: {
                [key: string]: unknown;
            }[];
            /** Number */
            number: number;
            /** Posting Id */
            posting_id: number | null;
            status: components["schemas"]["RowStatus"];
        };
        /**
         * IndicatorsPublic
         * @description All indicators of what was asked for, and by group if groups were.
         */
        IndicatorsPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["By"] | null;
            /** Event Id */
            event_id: number | null;
            /** Figures */
            figures: components["schemas"]["FigurePublic"][];
            /** Groups */
            groups: components["schemas"]["GroupPublic"][];
            /** Kind */
            kind: string | null;
            /** Region */
            region: string | null;
            /** Sector */
            sector: string | null;
            /** Since */
            since: string | null;
            /** Until */
            until: string | null;
            /**
             * Zone
             * @description Of days and months.
             */
            zone: string;
        };
        /**
         * InterestPublic
         * @description What the planner reads.
         */
        InterestPublic: {
            /**
             * Forbidden
             * @description Pairs of organisations that organisers keep apart.
             */
            forbidden: [
                number,
                number
            ][];
            /** Pairs */
            pairs: components["schemas"]["AcceptedPairPublic"][];
        };
        /**
         * InvitationAccepted
         * @description Somebody new takes an invitation.
         */
        InvitationAccepted: {
            consents: components["schemas"]["ConsentsSent"];
            /** @default vi */
            language: components["schemas"]["Language"];
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /** InvitationPublic */
        InvitationPublic: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Invited By */
            invited_by: string;
            language: components["schemas"]["Language"];
            /** Organisation Id */
            organisation_id: number;
            role: components["schemas"]["MemberRole"];
            state: components["schemas"]["InvitationState"];
        };
        /** InvitationSent */
        InvitationSent: {
            /**
             * Email
             * @example lan@ben-binh.example
             */
            email: string;
            /** @default vi */
            language: components["schemas"]["Language"];
            /** Organisation Id */
            organisation_id: number;
            /** @default member */
            role: components["schemas"]["MemberRole"];
        };
        /**
         * InvitationShown
         * @description What whoever has the link reads of it; with an account one signs in to accept.
         */
        InvitationShown: {
            /** Email */
            email: string;
            /** Has Account */
            has_account: boolean;
            language: components["schemas"]["Language"];
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Organisation Id */
            organisation_id: number;
            role: components["schemas"]["MemberRole"];
        };
        /**
         * InvitationState
         * @enum {string}
         */
        InvitationState: "open" | "accepted" | "expired";
        /**
         * IpStatus
         * @enum {string}
         */
        IpStatus: "none" | "applied" | "granted" | "trade_secret" | "copyright" | "open";
        /**
         * JobPublic
         * @description A job as it is shown; ``done`` of ``total`` counts what ``stage`` works on.
         */
        JobPublic: {
            /** Attempts */
            attempts: number;
            /** Cancel Requested */
            cancel_requested: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Detail
             * @description What else there is to say of the progress, as fields of its kind.
             */
            detail: {
                [key: string]: unknown;
            };
            /** Done */
            done: number;
            /** Ended At */
            ended_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Problem */
            problem: {
                [key: string]: unknown;
            };
            /** Result */
            result: {
                [key: string]: unknown;
            };
            /** Stage */
            stage: string;
            /** Started At */
            started_at: string | null;
            state: components["schemas"]["JobState"];
            /** Total */
            total: number;
        };
        /**
         * JobState
         * @enum {string}
         */
        JobState: "queued" | "running" | "done" | "failed" | "cancelled";
        /** JoinRequestPublic */
        JoinRequestPublic: {
            /** Account Id */
            account_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
        };
        /** JoinSent */
        JoinSent: {
            /** Organisation Id */
            organisation_id: number;
        };
        /**
         * JsonField
         * @description What a feed can say. ``ITEMS`` and ``NEXT`` are looked for in the whole, all others in each item.
         * @enum {string}
         */
        JsonField: "items" | "next" | "identifier" | "deleted" | "language" | "title" | "summary" | "description" | "advantages" | "keywords" | "subjects" | "readiness" | "holder" | "address" | "licence" | "licence_address";
        /**
         * Kind
         * @enum {string}
         */
        Kind: "technology" | "need";
        /**
         * KnownPublic
         * @description What there is to learn from, and the least that there must be.
         */
        KnownPublic: {
            /** Enough */
            enough: boolean;
            /** Fits */
            fits: number;
            /** Least Needs */
            least_needs: number;
            /** Least Of A Kind */
            least_of_a_kind: number;
            /** Misfits */
            misfits: number;
            /** Needs */
            needs: number;
        };
        /**
         * Landscape
         * @description Both sides on one map; near points are alike in meaning. Coordinates lie between 0 and 1.
         */
        Landscape: {
            /** Method */
            method: string;
            /** Points */
            points: components["schemas"]["MapPoint"][];
            /** Shown */
            shown: number;
            /** Total */
            total: number;
        };
        /**
         * Language
         * @description The languages in which the service itself speaks to people.
         * @enum {string}
         */
        Language: "vi" | "en";
        /**
         * LearnedPublic
         * @description Weights that were learned from answers and outcomes, or otherwise.
         */
        LearnedPublic: {
            after: components["schemas"]["MeasuredPublic"] | null;
            /** At */
            at: string | null;
            before: components["schemas"]["MeasuredPublic"] | null;
            /** Better */
            better: boolean;
            /** In Use */
            in_use: boolean;
            /**
             * Learned From
             * @description Needs.
             */
            learned_from: number;
            /**
             * Measured On
             * @description Needs that were held out.
             */
            measured_on: number;
            /** Version */
            version: string;
        };
        /** LearningPublic */
        LearningPublic: {
            /**
             * Former
             * @description To which one can go back.
             */
            former: string | null;
            /**
             * In Use
             * @description A version, or `shipped`.
             */
            in_use: string;
            known: components["schemas"]["KnownPublic"];
            /**
             * Versions
             * @description The latest first.
             */
            versions: components["schemas"]["LearnedPublic"][];
        };
        /** LinkSent */
        LinkSent: {
            /** Token */
            token: string;
        };
        /**
         * LinkTaken
         * @description A link from a mail, and the password that its sign-up was made with.
         */
        LinkTaken: {
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /**
         * MailState
         * @enum {string}
         */
        MailState: "waiting" | "sent" | "failed";
        /** MapPoint */
        MapPoint: {
            /** Id */
            id: number;
            kind: components["schemas"]["Kind"];
            /** Sector */
            sector: string | null;
            /** Title */
            title: string;
            /** X */
            x: number;
            /** Y */
            y: number;
        };
        /**
         * MappedColumn
         * @description A column of theirs: filled from a field of ours, or with the same text in every row.
         */
        MappedColumn: {
            field?: components["schemas"]["RecordField"] | null;
            /**
             * Fixed
             * @default
             */
            fixed: string;
            /** Header */
            header: string;
        };
        /** MappingPublic */
        MappingPublic: {
            /** Columns */
            columns: components["schemas"]["MappedColumn"][];
            /**
             * Version
             * @description 0 while nobody has changed the columns to begin with.
             */
            version: number;
        };
        /**
         * MappingSent
         * @description All columns in their order. ``version`` guards against overwriting somebody else's change.
         */
        MappingSent: {
            /** Columns */
            columns: components["schemas"]["MappedColumn"][];
            /** Version */
            version: number;
        };
        /** Mark */
        Mark: {
            /** Name */
            name: string;
            /**
             * Number
             * @description What it is called there; empty keeps the former number.
             * @default
             */
            number: string;
        };
        /** MarksPublic */
        MarksPublic: {
            /**
             * Taken Over
             * @description How many the national database has now.
             */
            taken_over: number;
        };
        /**
         * MarksSent
         * @description Records that were taken over on a day, or without a day were not after all.
         */
        MarksSent: {
            /** Records */
            records: components["schemas"]["Mark"][];
            /** Taken Over On */
            taken_over_on: string | null;
        };
        /**
         * Me
         * @description Who is asking; ``account`` is null for the public. ``demonstration`` is to be told on every page.
         */
        Me: {
            account: components["schemas"]["AccountPublic"] | null;
            /**
             * Acting As
             * @description `organiser`, `public` or `organisation:` with its id.
             */
            acting_as: string;
            /**
             * Actions
             * @description What the table of permissions lets one do, at least with one's own things.
             */
            actions: string[];
            /** Demonstration */
            demonstration: boolean;
            /** Memberships */
            memberships: components["schemas"]["MembershipPublic"][];
            /** Organisation Id */
            organisation_id: number | null;
            second_factor: components["schemas"]["SecondFactorState"];
        };
        /**
         * MeasuredPublic
         * @description What weights do on needs that had no part in learning.
         */
        MeasuredPublic: {
            /** Brier */
            brier: number;
            /** Calibration Error */
            calibration_error: number;
            /**
             * Ndcg
             * @description nDCG@10.
             */
            ndcg: number;
            /** Reliability */
            reliability: components["schemas"]["BinPublic"][];
        };
        /** MeetingOnDay */
        MeetingOnDay: {
            /** Disputed */
            disputed: boolean;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            interpreter: components["schemas"]["SidePublic"] | null;
            /** Key */
            key: string;
            need_side: components["schemas"]["SidePublic"];
            /** Risks */
            risks: components["schemas"]["RiskPublic"][];
            /** Slot Id */
            slot_id: number;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["PlacementState"];
            /** Table */
            table: string;
            technology_side: components["schemas"]["SidePublic"];
            /** Words */
            words: components["schemas"]["MeetingWordPublic"][];
        };
        /**
         * MeetingSent
         * @description A meeting or request by its key.
         */
        MeetingSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /** Key */
            key: string;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
        };
        /** MeetingWordPublic */
        MeetingWordPublic: {
            /** Held */
            held: boolean;
            missing: components["schemas"]["Missing"] | null;
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
            speaker: components["schemas"]["Speaker"];
        };
        /** MemberPublic */
        MemberPublic: {
            /** Account Id */
            account_id: number;
            /** Email */
            email: string;
            /** Name */
            name: string;
            role: components["schemas"]["MemberRole"];
        };
        /**
         * MemberRole
         * @description What somebody is in an organisation; owners also look after its members.
         * @enum {string}
         */
        MemberRole: "owner" | "member";
        /** MembershipPublic */
        MembershipPublic: {
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Organisation Id */
            organisation_id: number;
            role: components["schemas"]["MemberRole"];
        };
        /**
         * Mishap
         * @description ``late`` lasts until before a slot, ``leaves`` begins with one; the others last as long as is said.
         * @enum {string}
         */
        Mishap: "late" | "absent" | "leaves" | "table_failed" | "video_failed" | "interpreter_missing";
        /**
         * MishapSent
         * @description What happened to a person, or to a table; ``until`` is the first slot in which all is well again.
         */
        MishapSent: {
            /** From Slot Id */
            from_slot_id?: number | null;
            /** Person Id */
            person_id?: number | null;
            /** Table Id */
            table_id?: number | null;
            /** Until Slot Id */
            until_slot_id?: number | null;
            what: components["schemas"]["Mishap"];
        };
        /**
         * Missing
         * @description Which side was not there.
         * @enum {string}
         */
        Missing: "need" | "technology" | "both";
        /**
         * MoveSent
         * @description Where a meeting moves; without a table its own is kept if it is free there, or another one taken.
         */
        MoveSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /** Key */
            key: string;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
            /** Slot Id */
            slot_id: number;
            /** Table Id */
            table_id?: number | null;
        };
        /**
         * NeedBase
         * @description A need as people write it; amounts are whole units of the currency.
         */
        NeedBase: {
            /** Budget Max */
            budget_max?: number | null;
            /** Budget Min */
            budget_min?: number | null;
            /** Cooperation */
            cooperation?: components["schemas"]["Cooperation"][];
            currency?: components["schemas"]["Currency"] | null;
            /** Deadline */
            deadline?: string | null;
            /** Expires On */
            expires_on?: string | null;
            /** Keywords */
            keywords?: string[];
            /**
             * Language
             * @default vi
             * @example vi
             */
            language: string;
            /**
             * Problem
             * @default
             */
            problem: string;
            /** Region */
            region?: string | null;
            /** Sectors */
            sectors?: string[];
            /**
             * Success Measure
             * @default
             */
            success_measure: string;
            /**
             * Title
             * @example Giảm tiền điện kho lạnh 2.000 tấn
             */
            title: string;
            /** Translations */
            translations?: components["schemas"]["NeedText"][];
            /**
             * Tried
             * @default
             */
            tried: string;
            /** Trl Min */
            trl_min?: number | null;
            /** @default public */
            visibility: components["schemas"]["Visibility"];
        };
        /** NeedCreate */
        NeedCreate: {
            /** Budget Max */
            budget_max?: number | null;
            /** Budget Min */
            budget_min?: number | null;
            /** Cooperation */
            cooperation?: components["schemas"]["Cooperation"][];
            currency?: components["schemas"]["Currency"] | null;
            /** Deadline */
            deadline?: string | null;
            /** Expires On */
            expires_on?: string | null;
            /**
             * Key
             * @description Your own reference; unique per organisation and kind.
             */
            key?: string | null;
            /** Keywords */
            keywords?: string[];
            /**
             * Language
             * @default vi
             * @example vi
             */
            language: string;
            /**
             * Organisation Id
             * @description The contact organisation; your own when left out.
             */
            organisation_id?: number | null;
            /**
             * Problem
             * @default
             */
            problem: string;
            /** Region */
            region?: string | null;
            /** Sectors */
            sectors?: string[];
            /**
             * Success Measure
             * @default
             */
            success_measure: string;
            /**
             * Title
             * @example Giảm tiền điện kho lạnh 2.000 tấn
             */
            title: string;
            /** Translations */
            translations?: components["schemas"]["NeedText"][];
            /**
             * Tried
             * @default
             */
            tried: string;
            /** Trl Min */
            trl_min?: number | null;
            /** @default public */
            visibility: components["schemas"]["Visibility"];
        };
        /** NeedPublic */
        NeedPublic: {
            /** Budget Max */
            budget_max?: number | null;
            /** Budget Min */
            budget_min?: number | null;
            /** Cooperation */
            cooperation?: components["schemas"]["Cooperation"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            currency?: components["schemas"]["Currency"] | null;
            /** Deadline */
            deadline?: string | null;
            /** @description For those who may change it. */
            editing?: components["schemas"]["Editing"] | null;
            /** Expires On */
            expires_on?: string | null;
            /** Id */
            id: number;
            /** Key */
            key: string | null;
            /** Keywords */
            keywords?: string[];
            kind: components["schemas"]["Kind"];
            /**
             * Language
             * @default vi
             * @example vi
             */
            language: string;
            /** Organisation Id */
            organisation_id: number;
            /**
             * Problem
             * @default
             */
            problem: string;
            /** Region */
            region?: string | null;
            /** Sectors */
            sectors?: string[];
            /** @description Where it was taken over from, and under which licence. */
            source?: components["schemas"]["Source"] | null;
            state: components["schemas"]["State"];
            /**
             * Success Measure
             * @default
             */
            success_measure: string;
            /**
             * Teaser
             * @description True where details are withheld from this reader.
             */
            teaser: boolean;
            /**
             * Title
             * @example Giảm tiền điện kho lạnh 2.000 tấn
             */
            title: string;
            /** Translations */
            translations?: components["schemas"]["NeedText"][];
            /**
             * Tried
             * @default
             */
            tried: string;
            /** Trl Min */
            trl_min?: number | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** @default public */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * NeedText
         * @description The text of a need in one more language.
         */
        NeedText: {
            /** Language */
            language: string;
            /**
             * Problem
             * @default
             */
            problem: string;
            /**
             * Success Measure
             * @default
             */
            success_measure: string;
            /** Title */
            title: string;
            /**
             * Tried
             * @default
             */
            tried: string;
        };
        /**
         * NewToken
         * @description A token just made: ``token`` is shown this once.
         */
        NewToken: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Token */
            token: string;
            /** Used At */
            used_at: string | null;
        };
        /**
         * News
         * @description What a letter of the week tells of; each kind can be stopped by itself.
         * @enum {string}
         */
        News: "candidates" | "requests" | "tasks";
        /**
         * NewsChoice
         * @description Whether somebody gets news of a kind.
         */
        NewsChoice: {
            kind: components["schemas"]["News"];
            /** Wanted */
            wanted: boolean;
        };
        /** NewsWanted */
        NewsWanted: {
            /** Wanted */
            wanted: boolean;
        };
        /** NextStepPublic */
        NextStepPublic: {
            /** Due */
            due: string | null;
            side: components["schemas"]["Kind"];
            /** What */
            what: string;
        };
        /**
         * NextStepSent
         * @description Who does what by when: ``side`` is the one whose people do it.
         */
        NextStepSent: {
            /** Due */
            due?: string | null;
            side: components["schemas"]["Kind"];
            /** What */
            what: string;
        };
        /**
         * NoticePublic
         * @description Who was told, and whether it reached them.
         */
        NoticePublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Calendar
             * @description Whether they subscribed to their calendar, which follows by itself.
             */
            calendar: boolean;
            /** Changes */
            changes: number;
            channel: components["schemas"]["Channel"];
            /** @description What became of the letter, for as long as it is kept. */
            letter: components["schemas"]["MailState"] | null;
            /** Organisation En */
            organisation_en: string;
            /** Organisation Vi */
            organisation_vi: string;
            /** Person */
            person: string;
            /** Person Id */
            person_id: number;
            /**
             * Told
             * @description Whether somebody wrote down that they know this version, or a later one.
             */
            told: boolean;
        };
        /**
         * NudgePublic
         * @description An organisation that has not answered one who must meet it.
         */
        NudgePublic: {
            /** Asked By Id */
            asked_by_id: number;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Need Id */
            need_id: number;
            /** Organisation Id */
            organisation_id: number;
            /** Technology Id */
            technology_id: number;
        };
        /** OfferPublic */
        OfferPublic: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Key */
            key: string;
            /** Need Id */
            need_id: number | null;
            /** Need Organisation Id */
            need_organisation_id: number;
            /** Need Says */
            need_says: boolean | null;
            seat: components["schemas"]["SeatPublic"];
            state: components["schemas"]["OfferState"];
            /** Technology Id */
            technology_id: number | null;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /** Technology Says */
            technology_says: boolean | null;
        };
        /**
         * OfferSent
         * @description One of the stand-ins of a person in a slot.
         */
        OfferSent: {
            /** Key */
            key: string;
            /**
             * Minutes
             * @description How long it can be accepted.
             * @default 10
             */
            minutes: number;
            /** Person Id */
            person_id: number;
            /** Slot Id */
            slot_id: number;
        };
        /**
         * OfferState
         * @description ``expired`` and ``overtaken`` are what an open offer has become; they are never stored.
         * @enum {string}
         */
        OfferState: "open" | "placed" | "declined" | "expired" | "overtaken";
        /** OrganisationCreate */
        OrganisationCreate: {
            /**
             * Key
             * @description Your own reference; sending the same key again changes the organisation.
             */
            key?: string | null;
            /** @default enterprise */
            kind: components["schemas"]["OrganisationKind"];
            /**
             * Name En
             * @default
             * @example East Sea Institute of Technology
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Viện Công nghệ Biển Đông
             */
            name_vi: string;
            /**
             * Region
             * @default hai-phong
             */
            region: string;
            size?: components["schemas"]["OrganisationSize"] | null;
            /**
             * Tax Code
             * @default
             * @example 0100109106
             */
            tax_code: string;
            /** Website */
            website?: string | null;
        };
        /**
         * OrganisationKind
         * @enum {string}
         */
        OrganisationKind: "enterprise" | "institute" | "university" | "agency" | "foreign_supplier";
        /** OrganisationPublic */
        OrganisationPublic: {
            /** Id */
            id: number;
            /** Key */
            key: string | null;
            /** @default enterprise */
            kind: components["schemas"]["OrganisationKind"];
            /**
             * Name En
             * @default
             * @example East Sea Institute of Technology
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Viện Công nghệ Biển Đông
             */
            name_vi: string;
            /**
             * Region
             * @default hai-phong
             */
            region: string;
            size?: components["schemas"]["OrganisationSize"] | null;
            verification: components["schemas"]["Verification"];
            /** Website */
            website?: string | null;
        };
        /**
         * OrganisationSize
         * @enum {string}
         */
        OrganisationSize: "micro" | "small" | "medium" | "large";
        /** OrganisationUpdate */
        OrganisationUpdate: {
            kind?: components["schemas"]["OrganisationKind"] | null;
            /** Name En */
            name_en?: string | null;
            /** Name Vi */
            name_vi?: string | null;
            /** Region */
            region?: string | null;
            size?: components["schemas"]["OrganisationSize"] | null;
            /** Tax Code */
            tax_code?: string | null;
            /** Website */
            website?: string | null;
        };
        /** OwnAnswer */
        OwnAnswer: {
            reason: components["schemas"]["Reason"] | null;
            value: components["schemas"]["Value"];
            /** Version */
            version: number;
        };
        /**
         * OwnChanges
         * @description What becomes of somebody's own meetings.
         */
        OwnChanges: {
            /** Changes */
            changes: components["schemas"]["ChangePublic"][];
            /** Person Id */
            person_id: number;
        };
        /**
         * OwnData
         * @description All that the service knows of a person, by part.
         */
        OwnData: {
            /** Made At */
            made_at: string;
            /** Parts */
            parts: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /**
         * OwnOrganisation
         * @description An organisation that somebody brings in; enterprises, institutes and universities have a tax code.
         */
        OwnOrganisation: {
            /** @default enterprise */
            kind: components["schemas"]["OrganisationKind"];
            /**
             * Name En
             * @default
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             */
            name_vi: string;
            /**
             * Tax Code
             * @default
             * @example 0100109106
             */
            tax_code: string;
        };
        /** Page[AccountWithRights] */
        Page_AccountWithRights_: {
            /** Items */
            items: components["schemas"]["AccountWithRights"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[AnswerPublic] */
        Page_AnswerPublic_: {
            /** Items */
            items: components["schemas"]["AnswerPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[AnswerRecordPublic] */
        Page_AnswerRecordPublic_: {
            /** Items */
            items: components["schemas"]["AnswerRecordPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[CaseRow] */
        Page_CaseRow_: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[DeliveryPublic] */
        Page_DeliveryPublic_: {
            /** Items */
            items: components["schemas"]["DeliveryPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[EventCandidate] */
        Page_EventCandidate_: {
            /** Items */
            items: components["schemas"]["EventCandidate"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[EventPublic] */
        Page_EventPublic_: {
            /** Items */
            items: components["schemas"]["EventPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[ImportAnswer] */
        Page_ImportAnswer_: {
            /** Items */
            items: components["schemas"]["ImportAnswer"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[InvitationPublic] */
        Page_InvitationPublic_: {
            /** Items */
            items: components["schemas"]["InvitationPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[JobPublic] */
        Page_JobPublic_: {
            /** Items */
            items: components["schemas"]["JobPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[NudgePublic] */
        Page_NudgePublic_: {
            /** Items */
            items: components["schemas"]["NudgePublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[OrganisationPublic] */
        Page_OrganisationPublic_: {
            /** Items */
            items: components["schemas"]["OrganisationPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[PairRulePublic] */
        Page_PairRulePublic_: {
            /** Items */
            items: components["schemas"]["PairRulePublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[PartnerRecordPublic] */
        Page_PartnerRecordPublic_: {
            /** Items */
            items: components["schemas"]["PartnerRecordPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[PersonPublic] */
        Page_PersonPublic_: {
            /** Items */
            items: components["schemas"]["PersonPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[PlacementPublic] */
        Page_PlacementPublic_: {
            /** Items */
            items: components["schemas"]["PlacementPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[RegistrationPublic] */
        Page_RegistrationPublic_: {
            /** Items */
            items: components["schemas"]["RegistrationPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[RequestPublic] */
        Page_RequestPublic_: {
            /** Items */
            items: components["schemas"]["RequestPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[TablePublic] */
        Page_TablePublic_: {
            /** Items */
            items: components["schemas"]["TablePublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[TokenOfSomebody] */
        Page_TokenOfSomebody_: {
            /** Items */
            items: components["schemas"]["TokenOfSomebody"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[Union[TechnologyPublic, NeedPublic]] */
        Page_Union_TechnologyPublic__NeedPublic__: {
            /** Items */
            items: (components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"])[];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[VersionPublic] */
        Page_VersionPublic_: {
            /** Items */
            items: components["schemas"]["VersionPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** Page[ViewPublic] */
        Page_ViewPublic_: {
            /** Items */
            items: components["schemas"]["ViewPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /**
         * PairRuleKind
         * @enum {string}
         */
        PairRuleKind: "add" | "forbid";
        /** PairRulePublic */
        PairRulePublic: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Expert Id */
            expert_id: number | null;
            /** First Id */
            first_id: number;
            /** Must */
            must: boolean;
            /** Need Id */
            need_id: number | null;
            /** Note */
            note: string;
            rule: components["schemas"]["PairRuleKind"];
            /** Second Id */
            second_id: number;
            /** Technology Id */
            technology_id: number | null;
        };
        /**
         * PairRuleSent
         * @description ``must`` and the rest count only for added pairs; with an expert the meeting needs that person too.
         */
        PairRuleSent: {
            /** Expert Id */
            expert_id?: number | null;
            /**
             * Must
             * @default false
             */
            must: boolean;
            /** Need Id */
            need_id?: number | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** @example add */
            rule: components["schemas"]["PairRuleKind"];
            /** Technology Id */
            technology_id?: number | null;
        };
        /**
         * Part
         * @enum {string}
         */
        Part: "morning" | "afternoon";
        /**
         * PartPublic
         * @description A part of a figure: of a sector, a kind, a stage or a currency.
         */
        PartPublic: {
            /** Key */
            key: string;
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Value */
            value: number;
        };
        /**
         * PartnerChange
         * @description All of it anew. ``version`` guards against overwriting somebody else's change.
         */
        PartnerChange: {
            /**
             * Address
             * @description Of the catalogue; `{since}` in that of a JSON feed stands for the moment of the last harvest.
             */
            address: string;
            /**
             * Every Days
             * @description 0 harvests by hand only.
             * @default 0
             */
            every_days: number;
            /**
             * Fields
             * @description Where fields lie in a JSON feed, with dots; those of JSON Feed 1.1 if left out.
             */
            fields?: {
                [key: string]: string;
            };
            form: components["schemas"]["PartnerForm"];
            /** @default technology */
            kind: components["schemas"]["Kind"];
            /**
             * Language
             * @description Of texts that do not say theirs.
             * @default vi
             */
            language: string;
            /**
             * Licence
             * @description Under which the records may be shown.
             * @example CC BY 4.0
             */
            licence: string;
            /**
             * Licence Address
             * @default
             */
            licence_address: string;
            /**
             * Name
             * @example Sàn công nghệ Đà Nẵng
             */
            name: string;
            /**
             * Organisation Id
             * @description The organisation that stands for the partner.
             */
            organisation_id: number;
            /**
             * Prefix
             * @description The metadata format: `oai_dc`, or `matchmaker` of another service like this.
             * @default oai_dc
             */
            prefix: string;
            /**
             * Sectors
             * @description For records none of whose terms is known.
             */
            sectors?: string[];
            /**
             * Set Name
             * @description Only this set.
             * @default
             */
            set_name: string;
            /**
             * Terms
             * @description Their words for subjects, and our sectors.
             */
            terms?: {
                [key: string]: string;
            };
            /** Version */
            version: number;
        };
        /**
         * PartnerForm
         * @description How a catalogue is read.
         * @enum {string}
         */
        PartnerForm: "oai_pmh" | "json";
        /**
         * PartnerPublic
         * @description With the numbers of its records by state, how many of them may be copies, and its last job.
         */
        PartnerPublic: {
            /**
             * Address
             * @description Of the catalogue; `{since}` in that of a JSON feed stands for the moment of the last harvest.
             */
            address: string;
            /** Alike */
            alike: number;
            /**
             * Every Days
             * @description 0 harvests by hand only.
             * @default 0
             */
            every_days: number;
            /**
             * Fields
             * @description Where fields lie in a JSON feed, with dots; those of JSON Feed 1.1 if left out.
             */
            fields?: {
                [key: string]: string;
            };
            form: components["schemas"]["PartnerForm"];
            /** Harvested At */
            harvested_at: string | null;
            /** Id */
            id: number;
            job: components["schemas"]["JobPublic"] | null;
            /** @default technology */
            kind: components["schemas"]["Kind"];
            /**
             * Language
             * @description Of texts that do not say theirs.
             * @default vi
             */
            language: string;
            /**
             * Licence
             * @description Under which the records may be shown.
             * @example CC BY 4.0
             */
            licence: string;
            /**
             * Licence Address
             * @default
             */
            licence_address: string;
            /**
             * Name
             * @example Sàn công nghệ Đà Nẵng
             */
            name: string;
            /**
             * Organisation Id
             * @description The organisation that stands for the partner.
             */
            organisation_id: number;
            /**
             * Prefix
             * @description The metadata format: `oai_dc`, or `matchmaker` of another service like this.
             * @default oai_dc
             */
            prefix: string;
            /** Refused */
            refused: number;
            /**
             * Sectors
             * @description For records none of whose terms is known.
             */
            sectors?: string[];
            /**
             * Set Name
             * @description Only this set.
             * @default
             */
            set_name: string;
            /** Taken */
            taken: number;
            /**
             * Terms
             * @description Their words for subjects, and our sectors.
             */
            terms?: {
                [key: string]: string;
            };
            /**
             * Unfinished
             * @description A harvest stopped on the way; the next one goes on there.
             */
            unfinished: boolean;
            /** Version */
            version: number;
            /** Withdrawn */
            withdrawn: number;
        };
        /**
         * PartnerRecordPublic
         * @description A record with the posting that was made of it; ``errors`` are ``{field, code}``.
         */
        PartnerRecordPublic: {
            /** Alike */
            alike: number | null;
            /** Alike Id */
            alike_id: number | null;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Errors */
            errors: {
                [key: string]: unknown;
            }[];
            /** Identifier */
            identifier: string;
            /** Posting Id */
            posting_id: number | null;
            /** Posting State */
            posting_state: string | null;
            state: components["schemas"]["RecordState"];
            /** Title */
            title: string;
        };
        /**
         * PartnerSent
         * @description A partner's catalogue as an organiser enters it.
         */
        PartnerSent: {
            /**
             * Address
             * @description Of the catalogue; `{since}` in that of a JSON feed stands for the moment of the last harvest.
             */
            address: string;
            /**
             * Every Days
             * @description 0 harvests by hand only.
             * @default 0
             */
            every_days: number;
            /**
             * Fields
             * @description Where fields lie in a JSON feed, with dots; those of JSON Feed 1.1 if left out.
             */
            fields?: {
                [key: string]: string;
            };
            form: components["schemas"]["PartnerForm"];
            /** @default technology */
            kind: components["schemas"]["Kind"];
            /**
             * Language
             * @description Of texts that do not say theirs.
             * @default vi
             */
            language: string;
            /**
             * Licence
             * @description Under which the records may be shown.
             * @example CC BY 4.0
             */
            licence: string;
            /**
             * Licence Address
             * @default
             */
            licence_address: string;
            /**
             * Name
             * @example Sàn công nghệ Đà Nẵng
             */
            name: string;
            /**
             * Organisation Id
             * @description The organisation that stands for the partner.
             */
            organisation_id: number;
            /**
             * Prefix
             * @description The metadata format: `oai_dc`, or `matchmaker` of another service like this.
             * @default oai_dc
             */
            prefix: string;
            /**
             * Sectors
             * @description For records none of whose terms is known.
             */
            sectors?: string[];
            /**
             * Set Name
             * @description Only this set.
             * @default
             */
            set_name: string;
            /**
             * Terms
             * @description Their words for subjects, and our sectors.
             */
            terms?: {
                [key: string]: string;
            };
        };
        /** PartsPublic */
        PartsPublic: {
            /**
             * Cosine
             * @description Cosine of the centred vectors less both hub values.
             */
            cosine: number;
            /**
             * Coverage
             * @description Share of the weight of the need's words that the other side says too.
             */
            coverage: number;
            /**
             * Dense
             * @description The same as deviations from the mean over all candidates.
             */
            dense: number;
            /**
             * Lexical
             * @description BM25 as deviations from the mean over all candidates.
             */
            lexical: number;
            /**
             * Score
             * @description What the order is made from.
             */
            score: number;
        };
        /**
         * Party
         * @description Who can have the next step in a review.
         * @enum {string}
         */
        Party: "owner" | "organiser";
        /** PartyPublic */
        PartyPublic: {
            /** Organisation En */
            organisation_en: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Vi */
            organisation_vi: string;
            /** Person */
            person: string;
            /** Person Id */
            person_id: number;
            /** Remote */
            remote: boolean;
        };
        /** PasswordChange */
        PasswordChange: {
            /** Current */
            current: string;
            /** New */
            new: string;
        };
        /** PasswordSent */
        PasswordSent: {
            /** Password */
            password: string;
        };
        /**
         * PersonChanges
         * @description What somebody has not been told yet: everything if they were told nothing so far.
         */
        PersonChanges: {
            /** Changes */
            changes: components["schemas"]["ChangePublic"][];
            /**
             * Current
             * @description The version published last.
             */
            current: number | null;
            /** Person Id */
            person_id: number;
            /**
             * Told
             * @description The version they were told last.
             */
            told: number | null;
        };
        /**
         * PersonCreate
         * @description A delegate of ``organisation_id``, or one of the organiser's people with limits of their own.
         */
        PersonCreate: {
            /**
             * Email
             * @example hanh@example.org
             */
            email?: string | null;
            /** Languages */
            languages?: string[];
            /** Max Consecutive */
            max_consecutive?: number | null;
            /** Max Per Day */
            max_per_day?: number | null;
            /**
             * Name
             * @example Nguyễn Thị Hạnh
             */
            name: string;
            /**
             * Organisation Id
             * @description For delegates; your own when left out.
             */
            organisation_id?: number | null;
            /**
             * Posting Ids
             * @description The postings this delegate speaks for; all if empty.
             */
            posting_ids?: number[];
            /**
             * Remote
             * @description Whether a delegate or expert takes part by video.
             * @default false
             */
            remote: boolean;
            /** @default delegate */
            role: components["schemas"]["PersonRole"];
            /**
             * Subjects
             * @description What an expert knows of.
             */
            subjects?: string[];
            /**
             * Table Id
             * @description The table where a host stays.
             */
            table_id?: number | null;
        };
        /**
         * PersonOnDay
         * @description Somebody who comes; ``next_at`` is when their next meeting begins.
         */
        PersonOnDay: {
            /** Here */
            here: boolean;
            /** Name */
            name: string;
            /** Next At */
            next_at: string | null;
            /** Next Table */
            next_table: string | null;
            /** Organisation En */
            organisation_en: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Vi */
            organisation_vi: string;
            /** Person Id */
            person_id: number;
            /** Remote */
            remote: boolean;
            role: components["schemas"]["PersonRole"];
            /** Said At */
            said_at: string | null;
        };
        /**
         * PersonPublic
         * @description Somebody at the event; the address is for the own organisation and organisers.
         */
        PersonPublic: {
            /** Email */
            email: string | null;
            /** Id */
            id: number;
            /** Languages */
            languages: string[];
            /** Max Consecutive */
            max_consecutive: number | null;
            /** Max Per Day */
            max_per_day: number | null;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Posting Ids */
            posting_ids: number[];
            /** Remote */
            remote: boolean;
            role: components["schemas"]["PersonRole"];
            /** Subjects */
            subjects: string[];
            /** Table Id */
            table_id: number | null;
        };
        /**
         * PersonRole
         * @enum {string}
         */
        PersonRole: "delegate" | "interpreter" | "expert" | "support";
        /**
         * PersonSent
         * @description Whoever takes a link, and the password from then on.
         */
        PersonSent: {
            /**
             * Email
             * @example lan@ben-binh.example
             */
            email: string;
            /** @default vi */
            language: components["schemas"]["Language"];
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /** PersonUpdate */
        PersonUpdate: {
            /** Email */
            email?: string | null;
            /** Languages */
            languages?: string[] | null;
            /** Max Consecutive */
            max_consecutive?: number | null;
            /** Max Per Day */
            max_per_day?: number | null;
            /** Name */
            name?: string | null;
            /** Posting Ids */
            posting_ids?: number[] | null;
            /** Remote */
            remote?: boolean | null;
            /** Subjects */
            subjects?: string[] | null;
            /** Table Id */
            table_id?: number | null;
        };
        /**
         * Phase
         * @enum {string}
         */
        Phase: "open" | "answering" | "planning" | "published" | "running" | "closed";
        /** PhaseChange */
        PhaseChange: {
            /** @example answering */
            phase: components["schemas"]["Phase"];
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Version
             * @description Refused when the event has another one by now.
             */
            version?: number | null;
        };
        /**
         * PinConflictPublic
         * @description The smallest set of pinned meetings that cannot all stay, and the rule that says so.
         */
        PinConflictPublic: {
            broken: components["schemas"]["BrokenPublic"];
            /** Keys */
            keys: string[];
        };
        /**
         * PlaceSent
         * @description Where a request is to be placed; what is left out is chosen.
         *
         *     With ``make_room``, meetings in its way move to other times, and one that it replaces is given up; of the rest only
         *     ``slot_id`` counts then.
         */
        PlaceSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /** Interpreter Id */
            interpreter_id?: number | null;
            /** Key */
            key: string;
            /**
             * Make Room
             * @default false
             */
            make_room: boolean;
            /** Need Person Id */
            need_person_id?: number | null;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
            /** Slot Id */
            slot_id?: number | null;
            /** Table Id */
            table_id?: number | null;
            /** Technology Person Id */
            technology_person_id?: number | null;
        };
        /** PlacementPublic */
        PlacementPublic: {
            /** Expert Id */
            expert_id?: number | null;
            /** Interpreter Id */
            interpreter_id?: number | null;
            /** Key */
            key: string;
            /** Need Id */
            need_id?: number | null;
            /** Need Organisation Id */
            need_organisation_id: number;
            /** Need Person Id */
            need_person_id: number;
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
            /** Slot Id */
            slot_id: number;
            /** @default planned */
            state: components["schemas"]["PlacementState"];
            /** Table Id */
            table_id: number;
            /** Technology Id */
            technology_id?: number | null;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /** Technology Person Id */
            technology_person_id: number;
        };
        /**
         * PlacementSent
         * @description A meeting to be written; without a key it is known by its postings, or else by its organisations.
         */
        PlacementSent: {
            /** Expert Id */
            expert_id?: number | null;
            /** Interpreter Id */
            interpreter_id?: number | null;
            /** Key */
            key?: string | null;
            /** Need Id */
            need_id?: number | null;
            /** Need Organisation Id */
            need_organisation_id: number;
            /** Need Person Id */
            need_person_id: number;
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
            /** Slot Id */
            slot_id: number;
            /** @default planned */
            state: components["schemas"]["PlacementState"];
            /** Table Id */
            table_id: number;
            /** Technology Id */
            technology_id?: number | null;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /** Technology Person Id */
            technology_person_id: number;
        };
        /**
         * PlacementState
         * @enum {string}
         */
        PlacementState: "planned" | "running" | "held" | "not_held" | "cancelled";
        /**
         * PlanCreate
         * @description A plan, perhaps with all its targets.
         */
        PlanCreate: {
            /**
             * Key
             * @description Your own reference; unique.
             */
            key?: string | null;
            /**
             * Name En
             * @default
             * @example Science and technology plan for 2026
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Kế hoạch khoa học và công nghệ năm 2026
             */
            name_vi: string;
            /**
             * Number
             * @default
             * @example 350/KH-UBND
             */
            number: string;
            /** Targets */
            targets?: components["schemas"]["TargetCreate"][];
            /**
             * Year
             * @example 2026
             */
            year: number;
        };
        /** PlanEntryPublic */
        PlanEntryPublic: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * By
             * @description Who entered it: a name where there is an account.
             */
            by: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Evidence */
            evidence: string;
            /** Id */
            id: number;
            /** Link */
            link: string | null;
            /** Value */
            value: number;
        };
        /** PlanPublic */
        PlanPublic: {
            /** Id */
            id: number;
            /** Key */
            key: string | null;
            /**
             * Name En
             * @default
             * @example Science and technology plan for 2026
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Kế hoạch khoa học và công nghệ năm 2026
             */
            name_vi: string;
            /**
             * Number
             * @default
             * @example 350/KH-UBND
             */
            number: string;
            /** Targets */
            targets: components["schemas"]["TargetPublic"][];
            /** Version */
            version: number;
            /**
             * Year
             * @example 2026
             */
            year: number;
        };
        /**
         * PlanSaved
         * @description A plan as it shall be; ``version`` guards against overwriting somebody else's change.
         */
        PlanSaved: {
            /**
             * Name En
             * @default
             * @example Science and technology plan for 2026
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Kế hoạch khoa học và công nghệ năm 2026
             */
            name_vi: string;
            /**
             * Number
             * @default
             * @example 350/KH-UBND
             */
            number: string;
            /** Version */
            version: number;
            /**
             * Year
             * @example 2026
             */
            year: number;
        };
        /** PlanSummary */
        PlanSummary: {
            /** Id */
            id: number;
            /** Key */
            key: string | null;
            /**
             * Name En
             * @default
             * @example Science and technology plan for 2026
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Kế hoạch khoa học và công nghệ năm 2026
             */
            name_vi: string;
            /**
             * Number
             * @default
             * @example 350/KH-UBND
             */
            number: string;
            /** Targets */
            targets: number;
            /** Version */
            version: number;
            /**
             * Year
             * @example 2026
             */
            year: number;
        };
        /**
         * PostingUpdate
         * @description Fields to change; what is left out stays. ``version`` guards against overwriting somebody else's change.
         */
        PostingUpdate: {
            /**
             * Changes
             * @example {
             *       "title": "Thu hồi nhiệt khí thải lò hơi",
             *       "trl": 8
             *     }
             */
            changes: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /**
         * PresencePublic
         * @description Whether somebody is there by all that was said so far.
         */
        PresencePublic: {
            /** Here */
            here: boolean;
            /** Person Id */
            person_id: number;
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
        };
        /**
         * Progress
         * @enum {string}
         */
        Progress: "open" | "doing" | "done";
        /**
         * ProofSent
         * @description Who one is, twice: the password, and a code of the app or a recovery code.
         */
        ProofSent: {
            /** Code */
            code: string;
            /** Password */
            password: string;
        };
        /**
         * ProviderChoice
         * @description A provider as whoever signs in chooses it.
         */
        ProviderChoice: {
            /** Id */
            id: number;
            /**
             * Name
             * @description Empty: as the organisation.
             */
            name: string;
            /** Organisation En */
            organisation_en: string;
            /** Organisation Vi */
            organisation_vi: string;
        };
        /**
         * ProviderPublic
         * @description A provider as administrators see it.
         */
        ProviderPublic: {
            /** Active */
            active: boolean;
            /** Client Id */
            client_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Domains */
            domains: string[];
            /** Id */
            id: number;
            /** Issuer */
            issuer: string;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number;
        };
        /**
         * ProviderSent
         * @description A provider as administrators enter it; ``client_secret`` is empty for a public client, and never shown again.
         */
        ProviderSent: {
            /** Client Id */
            client_id: string;
            /**
             * Client Secret
             * @default
             */
            client_secret: string;
            /** Domains */
            domains: string[];
            /**
             * Issuer
             * @example https://login.ben-binh.example
             */
            issuer: string;
            /**
             * Name
             * @default
             */
            name: string;
            /** Organisation Id */
            organisation_id: number;
        };
        /**
         * ProviderUpdate
         * @description What of a provider may change; for another issuer it is entered anew. What is left out stays.
         */
        ProviderUpdate: {
            /**
             * Active
             * @description Whether people may come in with it.
             */
            active?: boolean | null;
            /**
             * Name
             * @description What the page calls it; empty: as the organisation.
             */
            name?: string | null;
        };
        /**
         * PublishSent
         * @description Which draft is published: refused when it is another one, or was changed.
         */
        PublishSent: {
            /** Number */
            number: number;
            /** Revision */
            revision?: number | null;
        };
        /**
         * Purpose
         * @description What somebody may agree to; without ``account`` there is no account.
         * @enum {string}
         */
        Purpose: "account" | "statistics" | "news";
        /**
         * Reason
         * @description Why somebody declines.
         * @enum {string}
         */
        Reason: "too_early" | "advantage_unclear" | "route_unclear" | "price" | "already_solved" | "competitor" | "not_our_field" | "other";
        /** ReasonPublic */
        ReasonPublic: {
            /**
             * Need
             * @description A sentence quoted from the need.
             */
            need: string;
            /**
             * Shared
             * @description Words that both sentences say, accents folded.
             */
            shared: string[];
            /** Similarity */
            similarity: number;
            /**
             * Technology
             * @description A sentence quoted from the technology.
             */
            technology: string;
        };
        /**
         * ReceiverMade
         * @description A receiver with its secret, which is never shown again.
         */
        ReceiverMade: {
            receiver: components["schemas"]["ReceiverPublic"];
            /**
             * Secret
             * @description For checking signatures after the Standard Webhooks specification.
             */
            secret: string;
        };
        /**
         * ReceiverPublic
         * @description A receiver, with the numbers of its deliveries by state.
         */
        ReceiverPublic: {
            /** Active */
            active: boolean;
            /** Address */
            address: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Dead */
            dead: number;
            /** Delivered */
            delivered: number;
            /** Id */
            id: number;
            /** Kinds */
            kinds: components["schemas"]["ToldKind"][];
            /** Name */
            name: string;
            /** Waiting */
            waiting: number;
        };
        /** ReceiverSent */
        ReceiverSent: {
            /**
             * Address
             * @example https://ioc.hai-phong.example/matchmaker
             */
            address: string;
            /** Kinds */
            kinds: components["schemas"]["ToldKind"][];
            /** Name */
            name: string;
        };
        /**
         * ReceiverUpdate
         * @description What is left out stays.
         */
        ReceiverUpdate: {
            /** Active */
            active?: boolean | null;
            /** Address */
            address?: string | null;
            /** Kinds */
            kinds?: components["schemas"]["ToldKind"][] | null;
            /** Name */
            name?: string | null;
        };
        /**
         * RecordField
         * @description What a record can say in one cell.
         * @enum {string}
         */
        RecordField: "identifier" | "address" | "title_vi" | "title_en" | "summary_vi" | "summary_en" | "description_vi" | "description_en" | "advantages_vi" | "organisation_vi" | "organisation_en" | "website" | "sector_codes" | "sectors_vi" | "sectors_en" | "keywords" | "readiness" | "rights" | "cooperation" | "region" | "language" | "changed_on" | "number" | "taken_over_on";
        /**
         * RecordPublic
         * @description A published technology, or one that was taken over before it was withdrawn.
         */
        RecordPublic: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Organisation */
            organisation: string;
            /** Organisation En */
            organisation_en: string;
            /** Posting Id */
            posting_id: number;
            /** Published */
            published: boolean;
            /** Taken Over On */
            taken_over_on: string | null;
            /** Title */
            title: string;
        };
        /**
         * RecordState
         * @description ``REFUSED`` could not be read as a posting; ``WITHDRAWN`` is gone there.
         * @enum {string}
         */
        RecordState: "taken" | "refused" | "withdrawn";
        /**
         * RecordsPublic
         * @description A page of records, and how many the national database has in all.
         */
        RecordsPublic: {
            /** Items */
            items: components["schemas"]["RecordPublic"][];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Taken Over */
            taken_over: number;
            /** Total */
            total: number;
        };
        /**
         * RecoveryCodes
         * @description Shown once; each works once.
         */
        RecoveryCodes: {
            /** Codes */
            codes: string[];
        };
        /**
         * Refusal
         * @description Why something may not be done now; each is the code of an error.
         * @enum {string}
         */
        Refusal: "phase_refuses" | "deadline_passed";
        /**
         * RegistrationCreate
         * @description ``stand_in``: any colleague may take a delegate's meeting. A pair meets twice where both sides ask for it.
         */
        RegistrationCreate: {
            /** Delegates */
            delegates: components["schemas"]["DelegateCreate"][];
            /**
             * Organisation Id
             * @description Your own when left out.
             */
            organisation_id?: number | null;
            /**
             * Repeat Meetings
             * @default false
             */
            repeat_meetings: boolean;
            /**
             * Stand In
             * @default true
             */
            stand_in: boolean;
        };
        /** RegistrationPublic */
        RegistrationPublic: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Delegates
             * @description How many come.
             */
            delegates: number;
            /** Kind */
            kind: string;
            /** Organisation En */
            organisation_en: string;
            /** Organisation Id */
            organisation_id: number;
            /** Organisation Vi */
            organisation_vi: string;
            /** Region */
            region: string;
            /** Repeat Meetings */
            repeat_meetings: boolean;
            /** Stand In */
            stand_in: boolean;
            state: components["schemas"]["RegistrationState"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * RegistrationState
         * @enum {string}
         */
        RegistrationState: "registered" | "withdrawn";
        /** RegistrationUpdate */
        RegistrationUpdate: {
            /** Repeat Meetings */
            repeat_meetings?: boolean | null;
            /** Stand In */
            stand_in?: boolean | null;
        };
        /**
         * RepairPublic
         * @description A repaired plan; meetings by keys.
         */
        RepairPublic: {
            /** Applied */
            applied: boolean;
            /** Cancelled */
            cancelled: string[];
            /** Changes */
            changes: components["schemas"]["ChangePublic"][];
            /**
             * Draft
             * @description What is wrong with the next draft after it followed.
             */
            draft: components["schemas"]["BrokenPublic"][];
            /** Kept */
            kept: number;
            /** Moved */
            moved: string[];
            /** People */
            people: components["schemas"]["OwnChanges"][];
            /**
             * Version
             * @description The published version: the repaired one, or that which would be repaired.
             */
            version: number;
            /** Waiting */
            waiting: components["schemas"]["WaitingPublic"][];
        };
        /**
         * RepairSent
         * @description ``number`` is the published version that is repaired: refused when there is a later one.
         */
        RepairSent: {
            /**
             * Apply
             * @description Publish what changed and keep absences; else it is only shown.
             * @default false
             */
            apply: boolean;
            /** Mishaps */
            mishaps: components["schemas"]["MishapSent"][];
            /**
             * Now Slot Id
             * @description The running slot; else by the clock.
             */
            now_slot_id?: number | null;
            /** Number */
            number?: number | null;
        };
        /**
         * RequestPublic
         * @description A request as one side sees it.
         */
        RequestPublic: {
            /** @description Whether it was sent or received; for organisers nothing. */
            direction: components["schemas"]["Direction"] | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Need Id */
            need_id: number;
            /** Need Organisation Id */
            need_organisation_id: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Priority
             * @description 1 is the highest; for organisers.
             */
            priority: number | null;
            state: components["schemas"]["RequestState"];
            /** Technology Id */
            technology_id: number;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /**
             * Urgent
             * @description The other side must meet, and waits.
             */
            urgent: boolean;
        };
        /**
         * RequestState
         * @enum {string}
         */
        RequestState: "open" | "accepted" | "declined" | "expired" | "withdrawn";
        /** ResetAsked */
        ResetAsked: {
            /**
             * Email
             * @example lan@ben-binh.example
             */
            email: string;
        };
        /** ResetSent */
        ResetSent: {
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /** ReviewEventPublic */
        ReviewEventPublic: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            from_state: components["schemas"]["State"];
            /** Reasons */
            reasons: string[];
            to_state: components["schemas"]["State"];
        };
        /**
         * RightsSent
         * @description What somebody is in the service, apart from any organisation.
         */
        RightsSent: {
            /** Administrator */
            administrator: boolean;
            /** Organiser */
            organiser: boolean;
        };
        /**
         * RiskCode
         * @description Somebody is not there yet; or an earlier meeting of one of its people, or at its table, has not ended.
         * @enum {string}
         */
        RiskCode: "person_missing" | "overrun";
        /** RiskPublic */
        RiskPublic: {
            code: components["schemas"]["RiskCode"];
            /**
             * Key
             * @description The meeting that goes on too long.
             */
            key?: string | null;
            /** Person Id */
            person_id?: number | null;
        };
        /** RoleSent */
        RoleSent: {
            role: components["schemas"]["MemberRole"];
        };
        /** RoomCreate */
        RoomCreate: {
            /**
             * Name
             * @example Hội trường A
             */
            name: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** RoomPublic */
        RoomPublic: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /** RoomUpdate */
        RoomUpdate: {
            /** Name */
            name?: string | null;
            /** Note */
            note?: string | null;
        };
        /**
         * RowStatus
         * @enum {string}
         */
        RowStatus: "created" | "updated" | "unchanged" | "rejected";
        /**
         * SaysSent
         * @description What a side says; organisers name the side for which they say it.
         */
        SaysSent: {
            /** Side */
            side?: ("need" | "technology") | null;
            /** Yes */
            yes: boolean;
        };
        /**
         * Scope
         * @description What a token may do of what its account may; without ``organise`` it has no more rights than a member.
         * @enum {string}
         */
        Scope: "read" | "write" | "organise";
        /**
         * ScreenPublic
         * @description What a display shows now; ``now`` is the service's clock, for the countdown.
         */
        ScreenPublic: {
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Place */
            place: string;
            /**
             * Tables
             * @description All of the hall, or the one that was asked for.
             */
            tables: components["schemas"]["TableShown"][];
            /** Version */
            version: number;
        };
        /** SearchHit */
        SearchHit: {
            /** Posting */
            posting: components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
            /** Score */
            score: number;
        };
        /** SearchResult */
        SearchResult: {
            /** Items */
            items: components["schemas"]["SearchHit"][];
            /**
             * Language
             * @description The language the query was read in.
             */
            language: string;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /**
             * Total
             * @description How many postings pass the filters.
             */
            total: number;
        };
        /**
         * SeatPublic
         * @description Where a meeting is, by ids.
         */
        SeatPublic: {
            /** Expert Id */
            expert_id: number | null;
            /** Interpreter Id */
            interpreter_id: number | null;
            /** Need Person Id */
            need_person_id: number;
            /** Slot Id */
            slot_id: number;
            /** Table Id */
            table_id: number;
            /** Technology Person Id */
            technology_person_id: number;
        };
        /** SecondFactorPublic */
        SecondFactorPublic: {
            /** Confirmed At */
            confirmed_at: string | null;
            /** Recovery Codes Left */
            recovery_codes_left: number;
        };
        /**
         * SecondFactorState
         * @description What stands between somebody and their rights.
         *
         *     ``asked``: the password was right, and a code is awaited. ``required``: an administrator who must set one up first.
         * @enum {string}
         */
        SecondFactorState: "off" | "on" | "asked" | "required";
        /**
         * Section
         * @description The parts of a report, in their order.
         * @enum {string}
         */
        Section: "parties" | "supply" | "demand" | "requests" | "meetings" | "results" | "unmet" | "follow_up";
        /**
         * SectorCreate
         * @description A new sector; its code stays for good.
         */
        SectorCreate: {
            /**
             * Code
             * @example renewable-energy.tidal-power
             */
            code: string;
            /**
             * Description En
             * @default
             */
            description_en: string;
            /**
             * Description Vi
             * @default
             */
            description_vi: string;
            /**
             * Name En
             * @example Solar photovoltaics
             */
            name_en: string;
            /**
             * Name Vi
             * @example Điện mặt trời
             */
            name_vi: string;
        };
        /** SectorGroup */
        SectorGroup: {
            /** Items */
            items: components["schemas"]["WeakPosting"][];
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Sector */
            sector: string;
        };
        /**
         * SectorPublic
         * @description A sector; ``shipped`` ones cannot be removed, and ``version`` is 0 where nobody has changed one.
         */
        SectorPublic: {
            /**
             * Code
             * @example renewable-energy.solar-pv
             */
            code: string;
            /** Description En */
            description_en: string;
            /** Description Vi */
            description_vi: string;
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Parent */
            parent: string | null;
            /** Retired */
            retired: boolean;
            /** Shipped */
            shipped: boolean;
            /** Version */
            version: number;
        };
        /**
         * SectorSaved
         * @description A sector as it shall be; ``version`` guards against overwriting somebody else's change.
         */
        SectorSaved: {
            /**
             * Description En
             * @default
             */
            description_en: string;
            /**
             * Description Vi
             * @default
             */
            description_vi: string;
            /**
             * Name En
             * @example Solar photovoltaics
             */
            name_en: string;
            /**
             * Name Vi
             * @example Điện mặt trời
             */
            name_vi: string;
            /**
             * Retired
             * @description Whether nothing new is filed under it.
             * @default false
             */
            retired: boolean;
            /**
             * Version
             * @description The version that was seen; 0 for one as it was shipped.
             */
            version: number;
        };
        /** SectorSuggestion */
        SectorSuggestion: {
            /** Code */
            code: string;
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Score */
            score: number;
        };
        /**
         * SeenKind
         * @description What was seen: a teaser's details, somebody's name in an agenda, a case, or files with many of them.
         * @enum {string}
         */
        SeenKind: "posting" | "person" | "posting_export" | "agenda_export" | "case" | "case_export";
        /**
         * SentAgain
         * @description How many go out again.
         */
        SentAgain: {
            /** Number */
            number: number;
        };
        /**
         * SettingGroup
         * @enum {string}
         */
        SettingGroup: "service" | "storage" | "model" | "mail" | "sign_in" | "limits";
        /**
         * SettingPublic
         * @description One setting: of a hidden one only whether it is set.
         */
        SettingPublic: {
            /** Default */
            default: boolean | number | string;
            /** Description */
            description: string;
            group: components["schemas"]["SettingGroup"];
            /** Hidden */
            hidden: boolean;
            /**
             * Is Set
             * @description Whether it is another one than the default.
             */
            is_set: boolean;
            /**
             * Value
             * @description As it is in force; null for a hidden one.
             */
            value: boolean | number | string | null;
            /**
             * Variable
             * @example MATCHMAKER_PORT
             */
            variable: string;
        };
        /**
         * ShownMeeting
         * @description A meeting as everybody in the hall may read it.
         */
        ShownMeeting: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            need: components["schemas"]["ShownOrganisation"];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            technology: components["schemas"]["ShownOrganisation"];
        };
        /** ShownOrganisation */
        ShownOrganisation: {
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
        };
        /** SidePublic */
        SidePublic: {
            /** Organisation En */
            organisation_en: string;
            /** Organisation Vi */
            organisation_vi: string;
            /** Person */
            person: string;
            /** Person Id */
            person_id: number;
        };
        /** SignInSent */
        SignInSent: {
            /**
             * Email
             * @example lan@ben-binh.example
             */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * SignUpSent
         * @description Who wants an account, and for which organisation: one's own, one to join, or none for now.
         */
        SignUpSent: {
            consents: components["schemas"]["ConsentsSent"];
            /**
             * Email
             * @example lan@ben-binh.example
             */
            email: string;
            /** Join Organisation Id */
            join_organisation_id?: number | null;
            /** @default vi */
            language: components["schemas"]["Language"];
            /** Name */
            name: string;
            organisation?: components["schemas"]["OwnOrganisation"] | null;
            /** Password */
            password: string;
        };
        /**
         * SignUpTerms
         * @description What signing up asks for; the page has the words of the text of this version.
         */
        SignUpTerms: {
            /** Needed */
            needed: components["schemas"]["Purpose"][];
            /** Password Least */
            password_least: number;
            /** Purposes */
            purposes: components["schemas"]["Purpose"][];
            /** Version */
            version: string;
        };
        /**
         * SlotAdded
         * @description One more slot, with the offset of the event's zone or in UTC.
         */
        SlotAdded: {
            /**
             * Afternoon From
             * Format: time
             * @default 12:00:00
             */
            afternoon_from: string;
            /**
             * Ends At
             * Format: date-time
             * @example 2027-05-20T08:55:00+07:00
             */
            ends_at: string;
            /**
             * Starts At
             * Format: date-time
             * @example 2027-05-20T08:30:00+07:00
             */
            starts_at: string;
        };
        /**
         * SlotList
         * @description Slots set by hand, with the offset of the event's zone or all in UTC.
         */
        SlotList: {
            /**
             * Afternoon From
             * Format: time
             * @default 12:00:00
             */
            afternoon_from: string;
            /** Slots */
            slots: components["schemas"]["SlotSent"][];
        };
        /** SlotMoved */
        SlotMoved: {
            /**
             * Ends At
             * Format: date-time
             * @example 2027-05-20T08:55:00+07:00
             */
            ends_at: string;
            /** Id */
            id: number;
            /**
             * Starts At
             * Format: date-time
             * @example 2027-05-20T08:30:00+07:00
             */
            starts_at: string;
        };
        /**
         * SlotPublic
         * @description A slot; times carry the offset of the event's zone. Without an id it is only proposed.
         */
        SlotPublic: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Id */
            id: number | null;
            part: components["schemas"]["Part"];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /** SlotSent */
        SlotSent: {
            /**
             * Ends At
             * Format: date-time
             * @example 2027-05-20T08:55:00+07:00
             */
            ends_at: string;
            /**
             * Starts At
             * Format: date-time
             * @example 2027-05-20T08:30:00+07:00
             */
            starts_at: string;
        };
        /**
         * SlotsMoved
         * @description Other times for some slots; meetings, absences and blocks in them move along.
         */
        SlotsMoved: {
            /**
             * Afternoon From
             * Format: time
             * @default 12:00:00
             */
            afternoon_from: string;
            /** Slots */
            slots: components["schemas"]["SlotMoved"][];
        };
        /**
         * SolveSent
         * @description How long planning may take; a stopped job keeps the best plan it has found.
         */
        SolveSent: {
            /**
             * Seconds
             * @default 20
             */
            seconds: number;
        };
        /**
         * Source
         * @description ``catalogue`` is the partner's name, ``holder`` whoever the record is of, ``address`` its own page.
         */
        Source: {
            /**
             * Address
             * @default
             */
            address: string;
            /** Catalogue */
            catalogue: string;
            /**
             * Holder
             * @default
             */
            holder: string;
            /** Licence */
            licence: string;
            /**
             * Licence Address
             * @default
             */
            licence_address: string;
        };
        /**
         * Speaker
         * @description Who says what became of a meeting.
         * @enum {string}
         */
        Speaker: "need" | "technology" | "desk";
        /**
         * Stage
         * @description In the order in which they are reached.
         * @enum {string}
         */
        Stage: "talking" | "nda" | "site_visit" | "trial" | "memorandum" | "contract" | "in_use" | "closed";
        /**
         * StandInPublic
         * @description A meeting that somebody could have in a slot without anybody else moving.
         */
        StandInPublic: {
            /**
             * Accepted
             * @description Both sides wanted it already; else the ranking proposes it.
             */
            accepted: boolean;
            /** Key */
            key: string;
            /** Must */
            must: boolean;
            /** Need Id */
            need_id: number | null;
            /** Need Organisation Id */
            need_organisation_id: number;
            seat: components["schemas"]["SeatPublic"];
            /** Technology Id */
            technology_id: number | null;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /** Value */
            value: number;
        };
        /**
         * Standing
         * @enum {string}
         */
        Standing: "done" | "on_the_way" | "behind";
        /**
         * State
         * @enum {string}
         */
        State: "draft" | "submitted" | "published" | "returned" | "closed" | "expired";
        /**
         * StateChange
         * @description To which state, and why; returning a posting needs reasons.
         */
        StateChange: {
            /** Reasons */
            reasons?: string[];
            /** @example published */
            state: components["schemas"]["State"];
            /**
             * Version
             * @description The version that was looked at; another one is refused.
             */
            version?: number | null;
        };
        /**
         * StatePublic
         * @description What became of a meeting by all that was said; ``disputed`` where the sides say different things.
         */
        StatePublic: {
            /** Disputed */
            disputed: boolean;
            /** Key */
            key: string;
            state: components["schemas"]["PlacementState"];
            /** Words */
            words: components["schemas"]["MeetingWordPublic"][];
        };
        /**
         * StateSent
         * @description What became of a meeting. Organisers speak for the desk, or for the side they name; key and moment may be left
         *     out by programs that never send twice.
         */
        StateSent: {
            /** @description Who was not there, of a meeting that was not held. */
            missing?: components["schemas"]["Missing"] | null;
            /**
             * Said At
             * @description When it was said; it may arrive later.
             */
            said_at?: string | null;
            /**
             * Sent Key
             * @description Made by whoever sends; what comes again with the same key changes nothing.
             */
            sent_key?: string | null;
            side?: components["schemas"]["Speaker"] | null;
            /** @example held */
            state: components["schemas"]["PlacementState"];
        };
        /** StepPublic */
        StepPublic: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            doing: components["schemas"]["matchmaker__agenda__editing_models__Doing"];
            /** Number */
            number: number;
            /** Undone */
            undone: boolean;
        };
        /**
         * StopSent
         * @description The token of a letter.
         */
        StopSent: {
            /** Token */
            token: string;
        };
        /**
         * StoppedPublic
         * @description What was stopped.
         */
        StoppedPublic: {
            /** Kinds */
            kinds: components["schemas"]["News"][];
        };
        /**
         * SwapSent
         * @description Two meetings that take each other's time and table.
         */
        SwapSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /** Key */
            key: string;
            /** Other */
            other: string;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
        };
        /**
         * TableCreate
         * @description A table; one of mode ``video`` is a link instead of a place, or a place with a screen.
         */
        TableCreate: {
            /** @default in_person */
            mode: components["schemas"]["TableMode"];
            /**
             * Name
             * @example Bàn 7
             */
            name: string;
            /** Room Id */
            room_id?: number | null;
            /**
             * Seats
             * @default 4
             */
            seats: number;
            /**
             * Used From
             * @description From when it can be used; from the start if left out.
             */
            used_from?: string | null;
            /** Used Until */
            used_until?: string | null;
            /** Video Link */
            video_link?: string | null;
        };
        /**
         * TableHours
         * @description When tables are in use: the same for all of these.
         */
        TableHours: {
            /**
             * Away
             * @description The slots in which they cannot be used.
             */
            away: number[];
            /** Table Ids */
            table_ids: number[];
            /**
             * Used From
             * @description From when they can be used; null is from the start.
             */
            used_from: string | null;
            /**
             * Used Until
             * @description Until when; null is until the end.
             */
            used_until: string | null;
        };
        /**
         * TableMode
         * @enum {string}
         */
        TableMode: "in_person" | "video";
        /**
         * TablePublic
         * @description A table; its link and absences are for organisers, and the link for the people of a meeting by their agenda.
         */
        TablePublic: {
            /**
             * Away
             * @description The slots in which it cannot be used; empty for others than organisers.
             */
            away: number[];
            /** Id */
            id: number;
            mode: components["schemas"]["TableMode"];
            /** Name */
            name: string;
            /** Room Id */
            room_id: number | null;
            /** Seats */
            seats: number;
            /** Used From */
            used_from: string | null;
            /** Used Until */
            used_until: string | null;
            /** Video Link */
            video_link: string | null;
        };
        /** TableShown */
        TableShown: {
            current: components["schemas"]["ShownMeeting"] | null;
            next: components["schemas"]["ShownMeeting"] | null;
            /** Room */
            room: string;
            /** Table */
            table: string;
            /** Table Id */
            table_id: number;
        };
        /** TableUpdate */
        TableUpdate: {
            mode?: components["schemas"]["TableMode"] | null;
            /** Name */
            name?: string | null;
            /** Room Id */
            room_id?: number | null;
            /** Seats */
            seats?: number | null;
            /** Used From */
            used_from?: string | null;
            /** Used Until */
            used_until?: string | null;
            /** Video Link */
            video_link?: string | null;
        };
        /**
         * TakeSent
         * @description The job whose plan becomes the draft.
         */
        TakeSent: {
            /**
             * Dry Run
             * @description Only say what would be; nothing is refused or saved.
             * @default false
             */
            dry_run: boolean;
            /** Job Id */
            job_id: number;
            /**
             * Revision
             * @description The draft's; 0 if there is none yet.
             */
            revision: number;
        };
        /**
         * TakenState
         * @enum {string}
         */
        TakenState: "waiting" | "taken_over";
        /** TargetCreate */
        TargetCreate: {
            /** @default at_least */
            comparison: components["schemas"]["Comparison"];
            /**
             * Definition En
             * @default
             */
            definition_en: string;
            /**
             * Definition Vi
             * @default
             */
            definition_vi: string;
            /**
             * Due
             * Format: date
             * @example 2026-12-31
             */
            due: string;
            /** Event Id */
            event_id?: number | null;
            /** Indicator */
            indicator?: string | null;
            kind?: components["schemas"]["OrganisationKind"] | null;
            /**
             * Name En
             * @default
             * @example Records in the national database
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Biểu ghi cập nhật vào cơ sở dữ liệu quốc gia
             */
            name_vi: string;
            /** Part */
            part?: string | null;
            /** Region */
            region?: string | null;
            /**
             * Responsible
             * @description The person or unit that answers for it.
             * @default
             */
            responsible: string;
            /** Sector */
            sector?: string | null;
            /**
             * Unit En
             * @default
             * @example records
             */
            unit_en: string;
            /**
             * Unit Vi
             * @default
             * @example biểu ghi
             */
            unit_vi: string;
            /**
             * Value
             * @example 150
             */
            value: number;
        };
        /**
         * TargetPublic
         * @description A target with its progress: what it has come to, by counting or by hand, and where it stands.
         */
        TargetPublic: {
            /** @default at_least */
            comparison: components["schemas"]["Comparison"];
            /**
             * Definition En
             * @default
             */
            definition_en: string;
            /**
             * Definition Vi
             * @default
             */
            definition_vi: string;
            /**
             * Due
             * Format: date
             * @example 2026-12-31
             */
            due: string;
            /**
             * Entries
             * @description Entered by hand, the one that counts first.
             */
            entries: components["schemas"]["PlanEntryPublic"][];
            /** Event Id */
            event_id?: number | null;
            how: components["schemas"]["How"];
            /** Id */
            id: number;
            /** Indicator */
            indicator?: string | null;
            kind?: components["schemas"]["OrganisationKind"] | null;
            /**
             * Name En
             * @default
             * @example Records in the national database
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Biểu ghi cập nhật vào cơ sở dữ liệu quốc gia
             */
            name_vi: string;
            /**
             * Now
             * @description The value now; none was counted or entered so far if it is left out.
             */
            now: number | null;
            /** Part */
            part?: string | null;
            /** Region */
            region?: string | null;
            /**
             * Responsible
             * @description The person or unit that answers for it.
             * @default
             */
            responsible: string;
            /** Sector */
            sector?: string | null;
            standing: components["schemas"]["Standing"];
            /**
             * Unit En
             * @default
             * @example records
             */
            unit_en: string;
            /**
             * Unit Vi
             * @default
             * @example biểu ghi
             */
            unit_vi: string;
            /**
             * Value
             * @example 150
             */
            value: number;
            /** Version */
            version: number;
        };
        /**
         * TargetSaved
         * @description A target as it shall be; ``version`` guards against overwriting somebody else's change.
         */
        TargetSaved: {
            /** @default at_least */
            comparison: components["schemas"]["Comparison"];
            /**
             * Definition En
             * @default
             */
            definition_en: string;
            /**
             * Definition Vi
             * @default
             */
            definition_vi: string;
            /**
             * Due
             * Format: date
             * @example 2026-12-31
             */
            due: string;
            /** Event Id */
            event_id?: number | null;
            /** Indicator */
            indicator?: string | null;
            kind?: components["schemas"]["OrganisationKind"] | null;
            /**
             * Name En
             * @default
             * @example Records in the national database
             */
            name_en: string;
            /**
             * Name Vi
             * @default
             * @example Biểu ghi cập nhật vào cơ sở dữ liệu quốc gia
             */
            name_vi: string;
            /** Part */
            part?: string | null;
            /** Region */
            region?: string | null;
            /**
             * Responsible
             * @description The person or unit that answers for it.
             * @default
             */
            responsible: string;
            /** Sector */
            sector?: string | null;
            /**
             * Unit En
             * @default
             * @example records
             */
            unit_en: string;
            /**
             * Unit Vi
             * @default
             * @example biểu ghi
             */
            unit_vi: string;
            /**
             * Value
             * @example 150
             */
            value: number;
            /** Version */
            version: number;
        };
        /**
         * TechnologyBase
         * @description A technology as people write it; amounts are whole units of the currency.
         */
        TechnologyBase: {
            /**
             * Advantages
             * @default
             */
            advantages: string;
            /** Cooperation */
            cooperation?: components["schemas"]["Cooperation"][];
            currency?: components["schemas"]["Currency"] | null;
            /**
             * Description
             * @default
             */
            description: string;
            /** Expires On */
            expires_on?: string | null;
            ip_status?: components["schemas"]["IpStatus"] | null;
            /** Keywords */
            keywords?: string[];
            /**
             * Language
             * @default vi
             * @example vi
             */
            language: string;
            /** Price Max */
            price_max?: number | null;
            /** Price Min */
            price_min?: number | null;
            /**
             * References
             * @default
             */
            references: string;
            /** Region */
            region?: string | null;
            /**
             * Requirements
             * @default
             */
            requirements: string;
            /** Sectors */
            sectors?: string[];
            /**
             * Summary
             * @default
             */
            summary: string;
            /**
             * Title
             * @example Thu hồi nhiệt khí thải lò hơi bằng ống nhiệt
             */
            title: string;
            /** Translations */
            translations?: components["schemas"]["TechnologyText"][];
            /** Trl */
            trl?: number | null;
            /** @default public */
            visibility: components["schemas"]["Visibility"];
        };
        /** TechnologyCreate */
        TechnologyCreate: {
            /**
             * Advantages
             * @default
             */
            advantages: string;
            /** Cooperation */
            cooperation?: components["schemas"]["Cooperation"][];
            currency?: components["schemas"]["Currency"] | null;
            /**
             * Description
             * @default
             */
            description: string;
            /** Expires On */
            expires_on?: string | null;
            ip_status?: components["schemas"]["IpStatus"] | null;
            /**
             * Key
             * @description Your own reference; unique per organisation and kind.
             */
            key?: string | null;
            /** Keywords */
            keywords?: string[];
            /**
             * Language
             * @default vi
             * @example vi
             */
            language: string;
            /**
             * Organisation Id
             * @description The contact organisation; your own when left out.
             */
            organisation_id?: number | null;
            /** Price Max */
            price_max?: number | null;
            /** Price Min */
            price_min?: number | null;
            /**
             * References
             * @default
             */
            references: string;
            /** Region */
            region?: string | null;
            /**
             * Requirements
             * @default
             */
            requirements: string;
            /** Sectors */
            sectors?: string[];
            /**
             * Summary
             * @default
             */
            summary: string;
            /**
             * Title
             * @example Thu hồi nhiệt khí thải lò hơi bằng ống nhiệt
             */
            title: string;
            /** Translations */
            translations?: components["schemas"]["TechnologyText"][];
            /** Trl */
            trl?: number | null;
            /** @default public */
            visibility: components["schemas"]["Visibility"];
        };
        /** TechnologyPublic */
        TechnologyPublic: {
            /**
             * Advantages
             * @default
             */
            advantages: string;
            /** Cooperation */
            cooperation?: components["schemas"]["Cooperation"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            currency?: components["schemas"]["Currency"] | null;
            /**
             * Description
             * @default
             */
            description: string;
            /** @description For those who may change it. */
            editing?: components["schemas"]["Editing"] | null;
            /** Expires On */
            expires_on?: string | null;
            /** Id */
            id: number;
            ip_status?: components["schemas"]["IpStatus"] | null;
            /** Key */
            key: string | null;
            /** Keywords */
            keywords?: string[];
            kind: components["schemas"]["Kind"];
            /**
             * Language
             * @default vi
             * @example vi
             */
            language: string;
            /** Organisation Id */
            organisation_id: number;
            /** Price Max */
            price_max?: number | null;
            /** Price Min */
            price_min?: number | null;
            /**
             * References
             * @default
             */
            references: string;
            /** Region */
            region?: string | null;
            /**
             * Requirements
             * @default
             */
            requirements: string;
            /** Sectors */
            sectors?: string[];
            /** @description Where it was taken over from, and under which licence. */
            source?: components["schemas"]["Source"] | null;
            state: components["schemas"]["State"];
            /**
             * Summary
             * @default
             */
            summary: string;
            /**
             * Teaser
             * @description True where details are withheld from this reader.
             */
            teaser: boolean;
            /**
             * Title
             * @example Thu hồi nhiệt khí thải lò hơi bằng ống nhiệt
             */
            title: string;
            /** Translations */
            translations?: components["schemas"]["TechnologyText"][];
            /** Trl */
            trl?: number | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** @default public */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * TechnologyText
         * @description The text of a technology in one more language.
         */
        TechnologyText: {
            /**
             * Advantages
             * @default
             */
            advantages: string;
            /**
             * Description
             * @default
             */
            description: string;
            /** Language */
            language: string;
            /**
             * References
             * @default
             */
            references: string;
            /**
             * Requirements
             * @default
             */
            requirements: string;
            /**
             * Summary
             * @default
             */
            summary: string;
            /** Title */
            title: string;
        };
        /**
         * Theme
         * @description A proposed theme of a session.
         */
        Theme: {
            /** Name En */
            name_en: string;
            /** Name Vi */
            name_vi: string;
            /** Needs */
            needs: number[];
            /** Pairs */
            pairs: components["schemas"]["ThemePair"][];
            /** Sector */
            sector: string | null;
            /** Technologies */
            technologies: number[];
            /** Words */
            words: string[];
        };
        /** ThemePair */
        ThemePair: {
            /** Need Id */
            need_id: number;
            /** Probability */
            probability: number;
            /** Technology Id */
            technology_id: number;
        };
        /** Timetable */
        Timetable: {
            /**
             * Afternoon From
             * Format: time
             * @default 12:00:00
             */
            afternoon_from: string;
            /**
             * Changeover Minutes
             * @default 5
             */
            changeover_minutes: number;
            /** Days */
            days: components["schemas"]["DayHours"][];
            /**
             * Meeting Minutes
             * @default 25
             */
            meeting_minutes: number;
        };
        /**
         * TokenOfSomebody
         * @description A token as administrators see it: with whose it is, and never with anything that it could be used by.
         */
        TokenOfSomebody: {
            /** Account Id */
            account_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Person */
            person: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Used At */
            used_at: string | null;
        };
        /**
         * TokenPublic
         * @description A token as it is listed; ``used_at`` is right to some minutes.
         */
        TokenPublic: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: number | null;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Used At */
            used_at: string | null;
        };
        /**
         * TokenSent
         * @description A token to be made; ``organisation_id`` is one's own, by default the one for which one acts.
         */
        TokenSent: {
            /**
             * Days
             * @description How long it works, in days.
             * @example 90
             */
            days: number;
            /**
             * Name
             * @example ERP
             */
            name: string;
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Scopes
             * @example [
             *       "read"
             *     ]
             */
            scopes: components["schemas"]["Scope"][];
        };
        /**
         * ToldKind
         * @description What is told. ``TEST`` is sent by hand only.
         * @enum {string}
         */
        ToldKind: "posting.published" | "posting.changed" | "posting.withdrawn" | "event.changed" | "agenda.published" | "request.accepted" | "case.moved" | "test";
        /**
         * ToldSent
         * @description Who knows a version now; everybody if nobody is named.
         */
        ToldSent: {
            /** Number */
            number: number;
            /** Person Ids */
            person_ids?: number[] | null;
        };
        /**
         * Unit
         * @description What a figure is: a share lies between 0 and 1, slots are those of an event's timetable.
         * @enum {string}
         */
        Unit: "count" | "share" | "days" | "slots" | "money";
        /**
         * UnplacedList
         * @description Every accepted request without a place in a version; 0 is an event without one.
         */
        UnplacedList: {
            /** Items */
            items: components["schemas"]["UnplacedPublic"][];
            /** @description Why nothing can be planned around the pins. */
            pin_conflict: components["schemas"]["PinConflictPublic"] | null;
            /** Version */
            version: number;
        };
        /**
         * UnplacedPublic
         * @description Why a request has no place. Codes of ``blocked_by`` and ``change`` are the same.
         */
        UnplacedPublic: {
            /**
             * Blocked By
             * @description In how many slots each rule stands in the way.
             */
            blocked_by: {
                [key: string]: number;
            };
            /**
             * Change
             * @description All that would have to change there.
             */
            change: components["schemas"]["BrokenPublic"][];
            /** Key */
            key: string;
            /** Must */
            must: boolean;
            /** Need Id */
            need_id: number | null;
            /** Need Organisation Id */
            need_organisation_id: number;
            /**
             * Slot Id
             * @description Where the least would have to change.
             */
            slot_id: number | null;
            /** Technology Id */
            technology_id: number | null;
            /** Technology Organisation Id */
            technology_organisation_id: number;
            /** Value */
            value: number;
        };
        /**
         * Value
         * @enum {string}
         */
        Value: "must_meet" | "would_meet" | "rather_not" | "veto";
        /**
         * Verification
         * @description Whether an organiser has looked at an organisation that somebody brought in themselves.
         * @enum {string}
         */
        Verification: "pending" | "verified" | "rejected";
        /**
         * VerificationPublic
         * @description For an organisation's own people and organisers.
         */
        VerificationPublic: {
            /** Decided By */
            decided_by: string;
            /** Organisation Id */
            organisation_id: number;
            /** Reason */
            reason: string;
            state: components["schemas"]["Verification"];
            /** Tax Code */
            tax_code: string;
        };
        /**
         * VerificationSent
         * @description What an organiser says of an organisation; a reason is needed to reject it, and is told to its people.
         */
        VerificationSent: {
            /**
             * Reason
             * @default
             */
            reason: string;
            state: components["schemas"]["Verification"];
        };
        /** VersionPublic */
        VersionPublic: {
            /** Actor */
            actor: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Figures */
            figures: {
                [key: string]: unknown;
            };
            /** Inputs */
            inputs: {
                [key: string]: unknown;
            };
            /**
             * Meetings
             * @description How many are placed.
             */
            meetings: number;
            /** Number */
            number: number;
            /**
             * Outdated
             * @description Of a draft: whether people, tables, slots, answers or rules changed since it was made.
             */
            outdated: boolean | null;
            /** Published At */
            published_at: string | null;
            /** Published By */
            published_by: string | null;
            /** Revision */
            revision: number;
            state: components["schemas"]["VersionState"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * VersionState
         * @enum {string}
         */
        VersionState: "draft" | "published";
        /**
         * ViewPublic
         * @description What somebody saw of an organisation; names of people are for organisers and those concerned.
         */
        ViewPublic: {
            /**
             * At
             * Format: date-time
             * @description When it was seen first on that day.
             */
            at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Item Id */
            item_id: number;
            /** Organisation En */
            organisation_en: string | null;
            /** Organisation Id */
            organisation_id: number | null;
            /** Organisation Vi */
            organisation_vi: string | null;
            /**
             * Viewer
             * @example organisation:7
             */
            viewer: string;
            what: components["schemas"]["SeenKind"];
        };
        /**
         * Visibility
         * @enum {string}
         */
        Visibility: "public" | "teaser";
        /**
         * WaitingPublic
         * @description Somebody who is there, and whose meeting in a slot is not.
         */
        WaitingPublic: {
            /** Key */
            key: string;
            /** Person Id */
            person_id: number;
            /** Slot Id */
            slot_id: number;
        };
        /**
         * WalkInSent
         * @description Somebody who comes unregistered, of a known organisation or of a new one.
         */
        WalkInSent: {
            /** @default enterprise */
            kind: components["schemas"]["OrganisationKind"];
            /** Languages */
            languages?: string[];
            /**
             * Organisation
             * @description The name of an organisation that is not known yet.
             * @default
             */
            organisation: string;
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Person
             * @example Nguyễn Thị Hạnh
             */
            person: string;
            /**
             * Region
             * @default hai-phong
             */
            region: string;
            /**
             * Said At
             * Format: date-time
             * @description When it was said; it may arrive later.
             */
            said_at: string;
            /**
             * Sent Key
             * @description Made by whoever sends; what comes again with the same key changes nothing.
             * @example 7d5c1c3e-5d5b-4a53-9f5e-1f0e0b8c9a10
             */
            sent_key: string;
        };
        /**
         * WeakList
         * @description Unmet needs or unasked technologies, by top sector; ``current`` is false while a newer ranking is due.
         */
        WeakList: {
            /** Current */
            current: boolean;
            kind: components["schemas"]["Kind"];
            /** Ranked At */
            ranked_at: string | null;
            /** Sectors */
            sectors: components["schemas"]["SectorGroup"][];
            /** Threshold */
            threshold: number;
            /** Total */
            total: number;
        };
        /**
         * WeakPosting
         * @description A posting whose best counterpart, if any, does not reach the threshold.
         */
        WeakPosting: {
            /** Best Id */
            best_id: number | null;
            /** Best Probability */
            best_probability: number;
            /** Posting */
            posting: components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
        };
        /**
         * What
         * @enum {string}
         */
        What: "slot" | "table" | "person" | "interpreter" | "expert";
        /**
         * WhatIfPublic
         * @description What fits with so many tables, slots and interpreters.
         */
        WhatIfPublic: {
            /**
             * Asked
             * @description Accepted meetings.
             */
            asked: number;
            /**
             * Bottleneck
             * @description `tables`, `slots`, `interpreters` or `availability`; what helps most.
             */
            bottleneck: string | null;
            /**
             * Bound
             * @description No plan places more.
             */
            bound: number;
            /**
             * Fits
             * @description Of them were placed in a quick plan.
             */
            fits: number;
            /**
             * Gains
             * @description How many more a tenth more of each would allow.
             */
            gains: {
                [key: string]: number;
            };
            /** Interpreters */
            interpreters: number;
            /** Seconds */
            seconds: number;
            /** Slots */
            slots: number;
            /** Tables */
            tables: number;
            /** Value */
            value: number;
            /** Value Bound */
            value_bound: number;
        };
        /**
         * WhatIfSent
         * @description So many of each; None for as they are, a list to try each with each of the others.
         */
        WhatIfSent: {
            /** Interpreters */
            interpreters?: number | number[] | null;
            /** Slots */
            slots?: number | number[] | null;
            /** Tables */
            tables?: number | number[] | null;
        };
        /** Body_outcomes.add_case_file */
        add_case_file: {
            /**
             * File
             * @description An office document, a PDF or a picture.
             */
            file: string;
        };
        /**
         * Doing
         * @enum {string}
         */
        matchmaker__agenda__editing_models__Doing: "place" | "move" | "swap" | "unplace" | "pin" | "unpin" | "write" | "solve";
        /**
         * Doing
         * @description What an organisation does itself.
         * @enum {string}
         */
        matchmaker__events__phases__Doing: "register" | "availability" | "answer";
        /** Body_catalogue.start_import */
        start_import: {
            /**
             * Dry Run
             * @default true
             */
            dry_run: boolean;
            /**
             * File
             * @description CSV, XLSX or JSON Lines.
             */
            file: string;
            kind: components["schemas"]["Kind"];
            /** Organisation Id */
            organisation_id?: number | null;
            /**
             * Publish
             * @description Publish at once what is new (organisers).
             * @default false
             */
            publish: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "accounts.erase_account": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalogue.list_answer_templates": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerTemplatePublic"][];
                };
            };
        };
    };
    "catalogue.add_answer_template": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerTemplateSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerTemplatePublic"];
                };
            };
        };
    };
    "catalogue.save_answer_template": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                template_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerTemplateSaved"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerTemplatePublic"];
                };
            };
        };
    };
    "catalogue.remove_answer_template": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                template_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.list_audit": {
        parameters: {
            query?: {
                /** @description Entries older than this one. */
                before?: number | null;
                /** @description How many items at most. */
                limit?: number;
                account_id?: number | null;
                organisation_id?: number | null;
                actor?: string | null;
                door?: components["schemas"]["Door"] | null;
                entity?: string | null;
                entity_id?: string | null;
                part?: string | null;
                action?: string | null;
                /** @description With its offset from UTC. */
                from?: string | null;
                /** @description This moment itself is not in. */
                until?: string | null;
                /** @description Somewhere in what was before or after. */
                text?: string | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
        };
    };
    "agenda.get_calendar": {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string | null;
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": unknown;
                };
            };
        };
    };
    "outcomes.list_cases": {
        parameters: {
            query?: {
                event_id?: number | null;
                stage?: components["schemas"]["Stage"] | null;
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
                overdue?: boolean;
                /** @description Words in names and titles, whatever their accents. */
                search?: string;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow_"];
                };
            };
        };
    };
    "outcomes.export_cases": {
        parameters: {
            query?: {
                event_id?: number | null;
                stage?: components["schemas"]["Stage"] | null;
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
                overdue?: boolean;
                /** @description Words in names and titles, whatever their accents. */
                search?: string;
                form?: "csv" | "xlsx";
                language?: "vi" | "en";
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/calendar; charset=utf-8": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
        };
    };
    "outcomes.get_case": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.delete_case": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.add_case_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["add_case_file"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.get_case_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.oasis.opendocument.presentation": unknown;
                    "application/vnd.oasis.opendocument.spreadsheet": unknown;
                    "application/vnd.oasis.opendocument.text": unknown;
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "image/jpeg": unknown;
                    "image/png": unknown;
                };
            };
        };
    };
    "outcomes.delete_case_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.say_case_going": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseGoingSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.add_case_note": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseNoteSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.delete_case_note": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
                note_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.open_case": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseVersionSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.move_case": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseStageSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.add_case_task": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTaskSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.change_case_task": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                case_id: number;
                task_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTaskChanged"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.delete_case_task": {
        parameters: {
            query: {
                /** @description The version that was seen last. */
                version: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                case_id: number;
                task_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.set_case_value": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseValueSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.confirm_case_value": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseVersionSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "outcomes.evidence_case_value": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseEvidenceSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePublic"];
                };
            };
        };
    };
    "accounts.sign_in_to_demonstration": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemonstrationSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.take_email_change": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChangeSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.list_events": {
        parameters: {
            query?: {
                phase?: components["schemas"]["Phase"] | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EventPublic_"];
                };
            };
        };
    };
    "events.create_event": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPublic"];
                };
            };
        };
    };
    "events.get_event": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPublic"];
                };
            };
        };
    };
    "events.delete_event": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.update_event": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPublic"];
                };
            };
        };
    };
    "interest.get_accepted_pairs": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestPublic"];
                };
            };
        };
    };
    "agenda.get_day": {
        parameters: {
            query?: {
                /** @description For organisers; else the last published. */
                version?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaPublic"];
                };
            };
        };
    };
    "agenda.list_changes": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChanges"][];
                };
            };
        };
    };
    "agenda.compare_versions": {
        parameters: {
            query: {
                /** @description 0 is the one before the first. */
                before: number;
                /** @description 0 is the one before the first. */
                after: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePublic"][];
                };
            };
        };
    };
    "agenda.write_draft": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionPublic"];
                };
            };
        };
    };
    "agenda.go": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.pin": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.place": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.redo": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.list_steps": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepPublic"][];
                };
            };
        };
    };
    "agenda.swap": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwapSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.take": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.unpin": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.unplace": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPublic"];
                };
            };
        };
    };
    "agenda.export": {
        parameters: {
            query?: {
                form?: "json" | "csv" | "xlsx" | "pdf" | "ics";
                /** @description For organisers; else the last published. */
                version?: number | null;
                person_id?: number | null;
                table_id?: number | null;
                language?: "vi" | "en";
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/calendar; charset=utf-8": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
        };
    };
    "outcomes.get_feedback": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackPublic"];
                };
            };
        };
    };
    "outcomes.record_feedback": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackPublic"];
                };
            };
        };
    };
    "outcomes.set_state": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatePublic"];
                };
            };
        };
    };
    "agenda.list_offers": {
        parameters: {
            query?: {
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferPublic"][];
                };
            };
        };
    };
    "agenda.make_offer": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferPublic"];
                };
            };
        };
    };
    "agenda.answer_offer": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                offer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaysSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferPublic"];
                };
            };
        };
    };
    "agenda.list_own_agendas": {
        parameters: {
            query?: {
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaPublic"][];
                };
            };
        };
    };
    "agenda.get_person_agenda": {
        parameters: {
            query?: {
                /** @description For organisers; else the last published. */
                version?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaPublic"];
                };
            };
        };
    };
    "agenda.get_person_changes": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChanges"];
                };
            };
        };
    };
    "agenda.open_feed": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPublic"];
                };
            };
        };
    };
    "agenda.publish": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionPublic"];
                };
            };
        };
    };
    "agenda.repair": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairPublic"];
                };
            };
        };
    };
    "agenda.get_solving": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"] | null;
                };
            };
        };
    };
    "agenda.solve": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SolveSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "agenda.list_stand_ins": {
        parameters: {
            query: {
                person_id: number;
                slot_id: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInPublic"][];
                };
            };
        };
    };
    "agenda.get_table_agenda": {
        parameters: {
            query?: {
                /** @description For organisers; else the last published. */
                version?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                table_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaPublic"];
                };
            };
        };
    };
    "agenda.tell": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToldSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
        };
    };
    "agenda.list_unplaced": {
        parameters: {
            query?: {
                /** @description For organisers; else the last published. */
                version?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnplacedList"];
                };
            };
        };
    };
    "agenda.list_versions": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VersionPublic_"];
                };
            };
        };
    };
    "agenda.list_notices": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePublic"][];
                };
            };
        };
    };
    "agenda.list_placements": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PlacementPublic_"];
                };
            };
        };
    };
    "agenda.list_violations": {
        parameters: {
            query?: {
                /** @description For organisers; else the last published. */
                version?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokenPublic"][];
                };
            };
        };
    };
    "agenda.try_what_if": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfPublic"][];
                };
            };
        };
    };
    "interest.list_answers": {
        parameters: {
            query?: {
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AnswerPublic_"];
                };
            };
        };
    };
    "interest.list_records": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AnswerRecordPublic_"];
                };
            };
        };
    };
    "interest.record_answer": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
                need_id: number;
                technology_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPublic"];
                };
            };
        };
    };
    "interest.take_back_answer": {
        parameters: {
            query?: {
                side?: components["schemas"]["Kind"] | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                need_id: number;
                technology_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.list_blocks": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockPublic"][];
                };
            };
        };
    };
    "events.add_block": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockPublic"];
                };
            };
        };
    };
    "events.replace_block": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                block_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockPublic"];
                };
            };
        };
    };
    "events.delete_block": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                block_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "interest.list_candidates": {
        parameters: {
            query?: {
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
                posting_id?: number | null;
                /** @description How many items to skip. */
                offset?: number;
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EventCandidate_"];
                };
            };
        };
    };
    "outcomes.get_day": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayPublic"];
                };
            };
        };
    };
    "outcomes.print_badges": {
        parameters: {
            query?: {
                language?: "vi" | "en";
                person_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sheets of badges. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
        };
    };
    "outcomes.check_in": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresencePublic"];
                };
            };
        };
    };
    "outcomes.open_display": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisplayAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisplayPublic"];
                };
            };
        };
    };
    "outcomes.get_display": {
        parameters: {
            query?: {
                table_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreenPublic"];
                };
            };
        };
    };
    "outcomes.get_code": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodePublic"];
                };
            };
        };
    };
    "outcomes.walk_in": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalkInSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresencePublic"];
                };
            };
        };
    };
    "events.delete_day": {
        parameters: {
            query?: {
                /** @description Also give up slots of which somebody said something, with the blocks that are in no other slot. */
                force?: boolean;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPublic"];
                };
            };
        };
    };
    "events.get_history": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventStepPublic"][];
                };
            };
        };
    };
    "interest.list_nudges": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NudgePublic_"];
                };
            };
        };
    };
    "interest.nudge": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NudgePublic"][];
                };
            };
        };
    };
    "interest.list_rules": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PairRulePublic_"];
                };
            };
        };
    };
    "interest.set_rule": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                first_id: number;
                second_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairRuleSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairRulePublic"];
                };
            };
        };
    };
    "interest.drop_rule": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                first_id: number;
                second_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.list_people": {
        parameters: {
            query?: {
                role?: components["schemas"]["PersonRole"] | null;
                organisation_id?: number | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonPublic_"];
                };
            };
        };
    };
    "events.add_person": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPublic"];
                };
            };
        };
    };
    "events.get_person": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPublic"];
                };
            };
        };
    };
    "events.delete_person": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.update_person": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPublic"];
                };
            };
        };
    };
    "events.get_availability": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPublic"];
                };
            };
        };
    };
    "events.set_availability": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                person_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Availability"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPublic"];
                };
            };
        };
    };
    "events.change_phase": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhaseChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPublic"];
                };
            };
        };
    };
    "events.list_registrations": {
        parameters: {
            query?: {
                state?: components["schemas"]["RegistrationState"] | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RegistrationPublic_"];
                };
            };
        };
    };
    "events.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationPublic"];
                };
            };
        };
    };
    "events.get_registration": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationPublic"];
                };
            };
        };
    };
    "events.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.update_registration": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationPublic"];
                };
            };
        };
    };
    "interest.list_requests": {
        parameters: {
            query?: {
                /** @description For organisers: of which organisation. */
                organisation_id?: number | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RequestPublic_"];
                };
            };
        };
    };
    "events.list_rooms": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPublic"][];
                };
            };
        };
    };
    "events.add_room": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPublic"];
                };
            };
        };
    };
    "events.delete_room": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                room_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.update_room": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                room_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPublic"];
                };
            };
        };
    };
    "events.list_slots": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPublic"][];
                };
            };
        };
    };
    "events.set_slots": {
        parameters: {
            query?: {
                /** @description Also give up slots of which somebody said something, with the blocks that are in no other slot. */
                force?: boolean;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotList"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPublic"][];
                };
            };
        };
    };
    "events.add_slot": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotAdded"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPublic"];
                };
            };
        };
    };
    "events.generate_slots": {
        parameters: {
            query?: {
                /** @description Also give up slots of which somebody said something, with the blocks that are in no other slot. */
                force?: boolean;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Timetable"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPublic"][];
                };
            };
        };
    };
    "events.move_slots": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotsMoved"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPublic"][];
                };
            };
        };
    };
    "events.propose_slots": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Timetable"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPublic"][];
                };
            };
        };
    };
    "events.delete_slot": {
        parameters: {
            query?: {
                /** @description Also give up slots of which somebody said something, with the blocks that are in no other slot. */
                force?: boolean;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                slot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.list_tables": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TablePublic_"];
                };
            };
        };
    };
    "events.add_tables": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableCreate"][];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePublic"][];
                };
            };
        };
    };
    "events.set_table_hours": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableHours"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePublic"][];
                };
            };
        };
    };
    "events.delete_table": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                table_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "events.update_table": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                table_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePublic"];
                };
            };
        };
    };
    "events.get_table_availability": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                table_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPublic"];
                };
            };
        };
    };
    "events.set_table_availability": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                event_id: number;
                table_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Availability"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityPublic"];
                };
            };
        };
    };
    "catalogue.get_export": {
        parameters: {
            query?: {
                form?: "csv" | "xlsx" | "jsonl";
                language?: "vi" | "en";
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                kind: components["schemas"]["Kind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/x-ndjson": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
        };
    };
    "accounts.create_first_administrator": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.list_providers": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderPublic"][];
                };
            };
        };
    };
    "accounts.add_provider": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderPublic"];
                };
            };
        };
    };
    "accounts.remove_provider": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                provider_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.change_provider": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                provider_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderPublic"];
                };
            };
        };
    };
    "catalogue.start_import": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["start_import"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "catalogue.get_rejected": {
        parameters: {
            query?: {
                form?: "csv" | "xlsx" | "jsonl";
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/x-ndjson": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
        };
    };
    "catalogue.list_rows": {
        parameters: {
            query?: {
                status?: components["schemas"]["RowStatus"] | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ImportAnswer_"];
                };
            };
        };
    };
    "outcomes.get_indicators": {
        parameters: {
            query?: {
                event_id?: number | null;
                sector?: string | null;
                kind?: components["schemas"]["OrganisationKind"] | null;
                region?: string | null;
                /** @description The first day that counts, in Asia/Ho_Chi_Minh. */
                from?: string | null;
                /** @description The first day that counts no more. */
                to?: string | null;
                by?: components["schemas"]["By"] | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsPublic"];
                };
            };
        };
    };
    "outcomes.list_definitions": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionPublic"][];
                };
            };
        };
    };
    "outcomes.get_indicator_metrics": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.stream_indicators": {
        parameters: {
            query?: never;
            header?: {
                accept?: string;
                "last-event-id"?: string | null;
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
        };
    };
    "accounts.list_invitations": {
        parameters: {
            query?: {
                /** @description Of which organisation; for organisers else of all. */
                organisation_id?: number | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InvitationPublic_"];
                };
            };
        };
    };
    "accounts.invite": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPublic"];
                };
            };
        };
    };
    "accounts.accept_invitation_as_new": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAccepted"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.show_invitation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShown"];
                };
            };
        };
    };
    "accounts.withdraw_invitation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                invitation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "kit.list_jobs": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_JobPublic_"];
                };
            };
        };
    };
    "kit.get_job": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "kit.cancel_job": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "outcomes.get_learning": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningPublic"];
                };
            };
        };
    };
    "outcomes.go_back_to_former_weights": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningPublic"];
                };
            };
        };
    };
    "outcomes.refit": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "matching.rank_all": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "matching.rebuild": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "accounts.get_me": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.list_consents": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPublic"][];
                };
            };
        };
    };
    "accounts.change_consent": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                purpose: components["schemas"]["Purpose"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPublic"][];
                };
            };
        };
    };
    "accounts.get_own_data": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnData"];
                };
            };
        };
    };
    "accounts.list_devices": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicePublic"][];
                };
            };
        };
    };
    "accounts.sign_out_device": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                device_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.start_email_change": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChangeAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "accounts.erase_oneself": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.accept_invitation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.list_own_join_requests": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestPublic"][];
                };
            };
        };
    };
    "accounts.ask_to_join": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "accounts.withdraw_join": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.leave_organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.list_news_choices": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsChoice"][];
                };
            };
        };
    };
    "outcomes.choose_news": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                kind: components["schemas"]["News"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewsWanted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsChoice"][];
                };
            };
        };
    };
    "accounts.act_for": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActingForSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.bring_in_organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnOrganisation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPublic"];
                };
            };
        };
    };
    "accounts.change_password": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.get_second_factor": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorPublic"];
                };
            };
        };
    };
    "accounts.start_second_factor": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    "accounts.confirm_second_factor": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    "accounts.renew_recovery_codes": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    "accounts.remove_second_factor": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.list_tokens": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPublic"][];
                };
            };
        };
    };
    "accounts.create_token": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
        };
    };
    "accounts.revoke_token": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.list_national_records": {
        parameters: {
            query?: {
                state?: components["schemas"]["TakenState"] | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordsPublic"];
                };
            };
        };
    };
    "outcomes.export_national_records": {
        parameters: {
            query?: {
                form?: "xlsx" | "json";
                state?: components["schemas"]["TakenState"] | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.get_record_mapping": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPublic"];
                };
            };
        };
    };
    "outcomes.set_record_mapping": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPublic"];
                };
            };
        };
    };
    "outcomes.mark_national_records": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarksSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarksPublic"];
                };
            };
        };
    };
    "catalogue.create_need": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedPublic"];
                };
            };
        };
    };
    "outcomes.stop_all_news": {
        parameters: {
            query: {
                token: string;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedPublic"];
                };
            };
        };
    };
    "outcomes.stop_news": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedPublic"];
                };
            };
        };
    };
    "accounts.list_organisations": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrganisationPublic_"];
                };
            };
        };
    };
    "accounts.create_organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPublic"];
                };
            };
        };
    };
    "accounts.get_organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPublic"];
                };
            };
        };
    };
    "accounts.update_organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPublic"];
                };
            };
        };
    };
    "accounts.list_join_requests": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequestPublic"][];
                };
            };
        };
    };
    "accounts.accept_join": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.refuse_join": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.list_members": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPublic"][];
                };
            };
        };
    };
    "accounts.change_member": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.remove_member": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.get_verification": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationPublic"];
                };
            };
        };
    };
    "accounts.decide_verification": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationPublic"];
                };
            };
        };
    };
    "accounts.list_views": {
        parameters: {
            query?: {
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ViewPublic_"];
                };
            };
        };
    };
    "matching.get_map": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Landscape"];
                };
            };
        };
    };
    "matching.get_themes": {
        parameters: {
            query?: {
                /** @description How many; by default what the texts suggest. */
                count?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Theme"][];
                };
            };
        };
    };
    "matching.unasked_technologies": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeakList"];
                };
            };
        };
    };
    "matching.unmet_needs": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeakList"];
                };
            };
        };
    };
    "outcomes.list_partners": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPublic"][];
                };
            };
        };
    };
    "outcomes.add_partner": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPublic"];
                };
            };
        };
    };
    "outcomes.change_partner": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                partner_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPublic"];
                };
            };
        };
    };
    "outcomes.remove_partner": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                partner_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.harvest_partner": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                partner_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HarvestAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "outcomes.list_partner_records": {
        parameters: {
            query?: {
                state?: components["schemas"]["RecordState"] | null;
                alike?: boolean;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                partner_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PartnerRecordPublic_"];
                };
            };
        };
    };
    "outcomes.try_partner": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                partner_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPublic"];
                };
            };
        };
    };
    "accounts.start_password_reset": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "accounts.take_password_reset": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.list_people": {
        parameters: {
            query?: {
                /** @description Part of a name or an address. */
                q?: string;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountWithRights_"];
                };
            };
        };
    };
    "accounts.set_rights": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountWithRights"];
                };
            };
        };
    };
    "outcomes.list_plans": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSummary"][];
                };
            };
        };
    };
    "outcomes.create_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPublic"];
                };
            };
        };
    };
    "outcomes.get_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPublic"];
                };
            };
        };
    };
    "outcomes.save_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanSaved"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPublic"];
                };
            };
        };
    };
    "outcomes.delete_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.add_target": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPublic"];
                };
            };
        };
    };
    "outcomes.save_target": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                plan_id: number;
                target_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetSaved"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPublic"];
                };
            };
        };
    };
    "outcomes.delete_target": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                plan_id: number;
                target_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.enter_value": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                plan_id: number;
                target_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntrySent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPublic"];
                };
            };
        };
    };
    "outcomes.delete_entry": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                plan_id: number;
                target_id: number;
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalogue.list_postings": {
        parameters: {
            query?: {
                kind?: components["schemas"]["Kind"] | null;
                state?: components["schemas"]["State"] | null;
                organisation_id?: number | null;
                sector?: string[] | null;
                posting_language?: string[] | null;
                region?: string[] | null;
                trl_min?: number | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Union_TechnologyPublic__NeedPublic__"];
                };
            };
        };
    };
    "catalogue.get_facets": {
        parameters: {
            query: {
                kind: components["schemas"]["Kind"];
                sector?: string[] | null;
                posting_language?: string[] | null;
                region?: string[] | null;
                trl_min?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacetsPublic"];
                };
            };
        };
    };
    "catalogue.get_posting": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
                };
            };
        };
    };
    "catalogue.delete_posting": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "catalogue.update_posting": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
                };
            };
        };
    };
    "matching.list_alike": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlikePublic"][];
                };
            };
        };
    };
    "matching.get_candidates": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Only these postings, wherever they stand in the order. */
                among?: number[] | null;
                sector?: string[] | null;
                posting_language?: string[] | null;
                region?: string[] | null;
                trl_min?: number | null;
                organisation_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateList"];
                };
            };
        };
    };
    "catalogue.get_changes": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldChange"][] | null;
                };
            };
        };
    };
    "catalogue.get_history": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEventPublic"][];
                };
            };
        };
    };
    "catalogue.change_state": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                posting_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnologyPublic"] | components["schemas"]["NeedPublic"];
                };
            };
        };
    };
    "matching.check_need": {
        parameters: {
            query?: {
                posting_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedBase"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPublic"][];
                };
            };
        };
    };
    "matching.check_technology": {
        parameters: {
            query?: {
                posting_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TechnologyBase"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPublic"][];
                };
            };
        };
    };
    "outcomes.get_report": {
        parameters: {
            query?: {
                event_id?: number | null;
                /** @description The first day that counts, in Asia/Ho_Chi_Minh. */
                from?: string | null;
                /** @description The first day that counts no more. */
                to?: string | null;
                form?: "pdf" | "xlsx";
                language?: "vi" | "en";
                /** @description The unit that reports, for the heading. */
                issuer?: string;
                /** @description The report's own number. */
                number?: string;
                /** @description Where it is signed; the service's home if left out. */
                place?: string;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
        };
    };
    "matching.search": {
        parameters: {
            query: {
                q: string;
                kind?: components["schemas"]["Kind"];
                language?: string | null;
                offset?: number;
                limit?: number;
                sector?: string[] | null;
                posting_language?: string[] | null;
                region?: string[] | null;
                trl_min?: number | null;
                organisation_id?: number | null;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
        };
    };
    "catalogue.list_sectors": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectorPublic"][];
                };
            };
        };
    };
    "catalogue.add_sector": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectorCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectorPublic"];
                };
            };
        };
    };
    "matching.suggest_sectors": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftText"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectorSuggestion"][];
                };
            };
        };
    };
    "catalogue.save_sector": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
                /** @description The `ETag` that was seen, instead of the version in the body. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectorSaved"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectorPublic"];
                };
            };
        };
    };
    "catalogue.remove_sector": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "kit.get_settings": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingPublic"][];
                };
            };
        };
    };
    "accounts.sign_in": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.list_choices": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderChoice"][];
                };
            };
        };
    };
    "accounts.end_sign_in": {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                error?: string;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    "accounts.take_second_step": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "accounts.begin_sign_in": {
        parameters: {
            query?: {
                /** @description The page to come back to. */
                next?: string;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                provider_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    "accounts.sign_out": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "accounts.get_sign_up_terms": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpTerms"];
                };
            };
        };
    };
    "accounts.start_sign_up": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "accounts.confirm_sign_up": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTaken"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    "catalogue.create_technology": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TechnologyCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnologyPublic"];
                };
            };
        };
    };
    "catalogue.get_template": {
        parameters: {
            query?: {
                form?: "csv" | "xlsx" | "jsonl";
                language?: "vi" | "en";
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                kind: components["schemas"]["Kind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/x-ndjson": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
        };
    };
    "accounts.list_all_tokens": {
        parameters: {
            query?: {
                /** @description Part of the token's name, or of its person's or address. */
                q?: string;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TokenOfSomebody_"];
                };
            };
        };
    };
    "accounts.revoke_any_token": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.list_receivers": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverPublic"][];
                };
            };
        };
    };
    "outcomes.add_receiver": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiverSent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverMade"];
                };
            };
        };
    };
    "outcomes.send_again": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.set_aside": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.remove_receiver": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                receiver_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.change_receiver": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                receiver_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiverUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverPublic"];
                };
            };
        };
    };
    "outcomes.send_all_again": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                receiver_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentAgain"];
                };
            };
        };
    };
    "outcomes.list_deliveries": {
        parameters: {
            query?: {
                state?: components["schemas"]["DeliveryState"] | null;
                /** @description How many items to skip. */
                offset?: number;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                receiver_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryPublic_"];
                };
            };
        };
    };
    "outcomes.renew_receiver_secret": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                receiver_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverMade"];
                };
            };
        };
    };
    "outcomes.try_receiver": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path: {
                receiver_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "app.health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
        };
    };
    "app.get_metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "outcomes.harvest": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": unknown;
                };
            };
        };
    };
    "outcomes.harvest_by_form": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": unknown;
                };
            };
        };
    };
    "outcomes.get_record_schema": {
        parameters: {
            query?: never;
            header?: {
                /** @description `organiser`, `public` or an organisation's id; believed only where the setting says so. */
                "X-Acting-As"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": unknown;
                };
            };
        };
    };
    "app.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
}
