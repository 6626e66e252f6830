//! The texts of the interface: each is a method, so that a text that does not exist does not compile.
//!
//! The words stand in `content/interface.toml` under the method's name, in every language. The content check
//! refuses a key without a method, a method without a key, and other placeholders than the method's parameters. What
//! is compiled has the place of a parameter, such as `{0}`, where authors write its name: names are for people.

use super::Text;
use crate::json::Json;
use crate::tree::{FromTree, Trouble};

/// All interface texts of one language, in the order of [`Texts::KEYS`].
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(transparent))]
pub struct Texts {
    texts: Vec<Text>,
    #[cfg_attr(feature = "authoring", serde(skip))]
    empty: Text,
}

impl Texts {
    /// Texts in the order of [`Texts::KEYS`].
    pub fn new(texts: Vec<Text>) -> Texts {
        Texts { texts, empty: Text::default() }
    }

    /// All texts, in the order of [`Texts::KEYS`].
    pub fn as_slice(&self) -> &[Text] {
        &self.texts
    }

    #[inline(never)]
    fn at(&self, key: Key) -> &Text {
        self.texts.get(key as usize).unwrap_or(&self.empty)
    }

    /// A text without words.
    pub fn empty(&self) -> &Text {
        &self.empty
    }

    #[inline(never)]
    fn filled(&self, key: Key, values: &[&str]) -> String {
        let text = self.at(key);
        let mut filled = String::with_capacity(text.len() + 16);
        let mut rest: &str = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (place, behind) = after.split_once('}').unwrap_or((after, ""));
            let place = place.bytes().next().map(|digit| usize::from(digit.wrapping_sub(b'0')));
            let value = place.and_then(|place| values.get(place));
            filled.push_str(value.map_or("", |value| value));
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }
}

impl FromTree for Texts {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Texts {
        Texts::new(Vec::from_tree(tree, trouble))
    }
}

macro_rules! texts {
    (
        first { $($first:ident $(($($first_parameter:ident),+))? ;)+ }
        later { $($later:ident $(($($later_parameter:ident),+))? ;)+ }
    ) => {
        texts! {
            $($first $(($($first_parameter),+))? ;)+
            $($later $(($($later_parameter),+))? ;)+
        }

        impl Texts {
            /// How many of [`Texts::KEYS`] the first answer needs; they come first.
            pub const FIRST: usize = [$(stringify!($first)),+].len();
        }
    };
    ($($key:ident $(($($parameter:ident),+))? ;)+) => {
        #[allow(non_camel_case_types, reason = "a key is spelled as it stands in interface.toml")]
        #[derive(Clone, Copy)]
        enum Key { $($key,)+ }

        impl Texts {
            /// Every key of `content/interface.toml` with its placeholders.
            pub const KEYS: &'static [(&'static str, &'static [&'static str])] =
                &[$((stringify!($key), &[$($(stringify!($parameter)),+)?]),)+];

            $(texts!(@method $key $(($($parameter),+))?);)+
        }
    };
    (@method $key:ident) => {
        #[allow(missing_docs, reason = "the text itself stands in interface.toml")]
        #[inline(always)]
        pub fn $key(&self) -> &Text { self.at(Key::$key) }
    };
    (@method $key:ident ($($parameter:ident),+)) => {
        #[allow(missing_docs, reason = "the text itself stands in interface.toml")]
        pub fn $key(&self, $($parameter: &str),+) -> String {
            const { assert!([$(stringify!($parameter)),+].len() <= 10, "a place is one digit") };
            self.filled(Key::$key, &[$($parameter),+])
        }
    };
}

texts! {
    // What the first answer needs; a test draws every screen before it with these alone.
    first {
        app_name;
        app_tagline;
        page_title(here, app);
        skip_to_content;
        menu_label;
        menu_saved;
        menu_open_file;
        privacy_short;
        close;
        list_last(names, last);
        start_lead;
        role_question;
        role_school;
        role_company;
        start_question_school;
        start_question_company;
        start_yes;
        start_yes_hint;
        start_not_yet;
        start_not_yet_hint;
        start_promise;
        start_saved;
        resume_heading;
        resume_finished;
        resume_go_on;
        progress(answered, asked);
        to_start;
        setup_heading;
        sector_question_school;
        sector_question_company;
        variant_question;
        variant_quick;
        variant_full;
        variant_quick_hint(count);
        variant_full_hint(count);
        think_of_company;
        think_of_school;
        label_question_company;
        label_question_school;
        label_hint;
        label_too_long(most);
        setup_no_sector;
        setup_library_full(most);
        begin;
        step_of(step, total);
        go_on;
        go_back;
        to_check;
        back_to_check;
        clear_answer;
        no_answer;
        reminder(count);
        reminder_one;
        reminder_or_go_on;
        all_answered;
        check_heading;
        show_result;
        show_mirror;
        result_title;
        scan_name(role, sector);
        save_as_file;
        copied;
        copy_failed;
        download_failed;
        saved_heading;
        import_done;
        import_already_here;
        import_too_large;
        import_not_ours;
        import_broken;
        import_newer;
        import_unreadable;
        library_full;
        missing_heading;
        missing_text;
        storage_works;
        storage_partitioned;
        storage_blocked_short;
        storage_full_short;
        storage_warning_label;
        storage_blocked;
        storage_full;
        set_aside_corrupt;
        set_aside_newer;
        set_aside_download;
        other_tab;
        language_unavailable;
        plan_untitled;
        about_heading;
        start_not_yet_hint_school;
        rest_waiting;
        rest_failed;
        try_again;
        goals_heading;
        groups_heading;
        time_heading;
        around_title;
        education_heading;
        asks_title;
        show_plan;
        plan_full;
        plan_no_days;
        import_plan_broken;
        import_plan_already_here;
        text_too_long(most);
        no_such_day;
        group_heading;
        start_link;
        link_heading;
        preview_kept;
        share_heading;
        share_plan_heading;
        share_copied;
        invite_heading;
        setup_invited_school;
        setup_invited_company;
        setup_decline;
        setup_invited_same;
        setup_invited_variant(variant);
        mirror_title;
        both_kept;
        both_kept_apart;
        again_title;
    }
    // The rest, which is fetched with the rest of the module.
    later {
        // Name and page

        // Start

        // Before the scan

        // During the scan
        check_lead;
        change;
        answer_now;
        extend;

        // The result
        result_about(role, sector, variant, date);
        summary_too_few;
        summary_one_level(level);
        summary_all_equal;
        summary_between(strongest, weakest);
        too_few_all;
        too_few_some;
        answer_more;
        too_few_answers;
        pattern_on_paper_heading;
        pattern_on_paper_text;
        pattern_on_paper_source;
        priorities_heading;
        priorities_lead;
        priorities_good_heading;
        priorities_good_lead;
        priorities_none;
        first_step;
        your_answer(answer);
        source_label(source);
        statement_from(source);
        standing_obstacle;
        standing_missing_support;
        standing_weak;
        standing_can_be_better;
        standing_good;
        band_strong;
        band_can_be_better;
        band_needs_attention;
        score_with_band(score, band);
        profile_heading;
        profile_title(name);
        profile_caption;
        cut_off(score, band);
        cut_off_below(score, band);
        table_label;
        counted_of(scored, asked);
        why_heading;
        bands_explained;
        no_norms;
        why_counted(scored, asked);
        why_left_out(parts);
        why_left_out_part(count, answer);
        why_too_few(needed);
        why_one_lower(band);
        why_one_higher(band);
        why_stable;
        advice_heading;
        advice_lead;
        closing_heading;
        closing_question;
        closing_source;
        next_heading;
        print;
        change_answers;
        repeat;
        repeat_hint;
        take_along_heading;
        take_along_lead;
        save_as_file_hint;
        save_spreadsheet;
        save_spreadsheet_hint;
        save_plain_csv;
        save_plain_csv_hint;
        save_png;
        save_png_hint;
        save_svg;
        save_svg_hint;
        as_text;
        copy_text;

        // Files and text
        column_level;
        column_statement;
        column_text;
        column_answer;
        column_score;
        column_level_score;
        column_band;
        column_counted;
        text_priority(number, statement, standing);
        text_advice(advice, source);
        text_level(level, score);
        answers_heading;
        text_answer(id, statement, answer);

        // Earlier results
        saved_lead;
        saved_empty;
        open_heading;
        open_hint;
        open_choose;
        rename;
        rename_label;
        rename_hint;
        delete;
        delete_question(name);
        delete_all;
        delete_all_question(count);
        delete_yes;
        delete_no;
        deleted(count);
        undo;

        // Keeping

        // The stepper
        stepper_heading;
        stepper_scan_anyway;

        // A plan, wherever it leaves
        plan_begun(date);
        plan_choice(goals, groups, time);
        plan_actions_heading;
        plan_no_actions;
        plan_action_untitled;
        plan_done(what);
        plan_when(date);
        plan_when_unknown;
        plan_who(who);
        plan_who_unknown;
        plan_cue_date(date);
        plan_if_then(cue, step);
        plan_first_step(step);
        plan_reviews_heading;
        plan_steps_heading;
        plan_calendar_review(title);

        // About
        about_lead;
        about_privacy_heading;
        about_privacy;
        about_storage;
        about_method_heading;
        about_method;
        about_company_wording;
        about_sources_heading;
        about_sources;
        about_licence_heading;
        about_licence;
        loader_waiting;
        loader_reload;
        loader_no_script;
        loader_failed_network;
        loader_failed_missing;
        loader_failed_blocked;
        loader_failed_file;
        loader_failed_crash;

        // The stepper and plans
        stepper_waiting;
        stepper_failed;
        chosen_goals;
        chosen_groups;
        chosen_time;
        goals_lead;
        goals_open;
        groups_lead;
        groups_open;
        group_hinted(about);
        time_lead;
        time_open;
        to_answer;
        answer_step;
        answer_nothing;
        answer_weak;
        answer_one;
        answer_count(count);
        answer_unmade;
        answer_main_heading;
        answer_chapter_heading;
        weak_heading(count);
        weak_lead;
        gap_heading(goal, groups);
        why_fits;
        programmes_heading;
        kind_activity;
        kind_programme;
        kind_other_source;
        kind_example;
        checked_on(date);
        link_ended(host);
        link_checked(date);
        link_unchecked;
        to_plan(count);
        first_plan;
        new_plan;
        add_to_plan;
        in_plan;
        around_heading;
        asks_heading;
        contacts_heading;
        start_notes_heading;
        calendar_heading;
        savers_heading;
        expect_heading;
        funding_heading;
        sector_heading;
        example_label;
        funding_until(date);
        funding_expired(date);
        funding_old_edition(year);
        funding_unsure;
        education_lead;
        education_routes;
        education_routes_text;
        education_parts;
        education_ages(from, until);
        education_ages_between(from, first, last);
        education_from_age(from);
        education_not(other);
        education_contact(name);
        asks_lead;
        asks_time;
        asks_choose;
        asks_found(count);
        plan_title_label;
        plan_next(date);
        plan_no_next;
        plan_add_action;
        plan_more_ideas;
        plan_reviews_lead;
        plan_review_day;
        plan_review_note;
        plan_add_review;
        plan_steps_done(done, total);
        plan_step_questions;
        plan_step_note;
        plan_done_label;
        move_up;
        move_down;
        take_out;
        taken_out;
        plan_what_label;
        plan_when_label;
        plan_who_label;
        plan_cue_label;
        plan_first_step_label;
        save_calendar;
        save_calendar_hint;
        print_plan;
        print_plan_hint;
        plan_as_text;
        delete_plan;
        plan_count(count);
        saved_scans;
        saved_plans;

        // Many results together
        group_link;
        group_lead;
        group_private;
        group_add_heading;
        group_paste_label;
        group_paste_button;
        group_files_button;
        group_files_hint;
        group_limits(files, size);
        group_reading;
        group_progress(count, percent);
        group_stop;
        group_added(count);
        group_refused(count);
        group_duplicates(count);
        group_refused_heading;
        group_duplicates_heading;
        group_more(count);
        group_line(line);
        group_twice(number, of);
        group_why_no_link;
        group_why_long_line;
        group_why_cut_off;
        group_why_damaged;
        group_why_newer;
        group_why_other_content;
        group_why_plan;
        group_why_not_ours;
        group_why_broken;
        group_why_too_large;
        group_why_too_much;
        group_why_too_many;
        group_why_cells;
        group_why_value(column);
        group_why_other_result;
        group_why_rows_missing;
        group_why_full;
        group_results_heading;
        group_counted(count, schools, companies);
        group_counting;
        group_filter_role;
        group_filter_sector;
        group_filter_all;
        group_schools;
        group_companies;
        group_filter_duplicates(count);
        group_none;
        group_one;
        group_two;
        group_few(count);
        group_levels_heading;
        group_levels_hint;
        group_levels_label;
        group_statements_heading;
        group_order;
        group_difference_explained;
        group_difference_range;
        group_picture_explained;
        group_column_count;
        group_column_answers;
        group_column_median;
        group_column_quartiles;
        group_column_spread;
        group_column_dont_know;
        group_range(lower, upper);
        group_percent(value);
        group_old_wording;
        group_table_label;
        group_meeting_button;
        group_meeting_hint;
        group_meeting_title;
        group_meeting_empty;
        group_meeting_keys;
        group_position(number, total);
        group_previous;
        group_next;
        group_leave_heading;
        group_download;
        group_download_hint;
        group_with_labels;
        group_print;
        group_clear;
        group_clear_question(count);
        // Links, the mirror and again
        link_lead;
        link_label;
        link_open;
        link_refused_heading;
        link_not_a_link;
        link_too_long;
        link_incomplete;
        link_damaged;
        link_newer;
        link_other_content;
        link_nothing_changed;
        link_another;
        link_again_heading;
        preview_note;
        preview_here;
        preview_keep;
        preview_plan_note;
        preview_plan_here;
        preview_keep_plan;
        preview_plan_without_texts;
        preview_close;
        preview_show;
        preview_show_plan;
        their_answer(answer);
        share_lead;
        share_carries_heading;
        share_carries_answers(answered, asked);
        share_carries_name(name);
        share_carries_no_name;
        share_include_name(name);
        share_empty;
        share_plan_lead;
        share_plan_carries_ideas(count);
        share_plan_carries_days;
        share_plan_carries_choice;
        share_hint;
        share_plan_carries_texts;
        share_plan_left_out_none;
        share_plan_left_out_one;
        share_plan_left_out(count);
        share_include_texts;
        share_include_texts_hint;
        share_plan_empty;
        share_plan_only_own;
        share_link_label;
        share_copy;
        share_sheet;
        share_mail;
        share_print;
        share_qr_label;
        share_qr_hint;
        share_no_qr;
        share_long;
        share_too_long(most);
        share_unknown_version;
        share_wrong_date;
        share_no_address;
        share_plan_back;
        share_subject;
        share_message;
        share_plan_subject;
        share_plan_message;
        paper_link;
        paper_plan_link;
        paper_whole_plan_link;
        side_school;
        side_company;
        invite_hint;
        invite_lead;
        invite_sees_heading;
        invite_sees_school;
        invite_sees_company;
        invite_sees_blind;
        invite_carries;
        invite_open;
        invite_back_heading;
        invite_back;
        invite_subject;
        invite_message;
        invited_by_school;
        invited_by_company;
        invited_lead;
        invited_blind;
        invited_private;
        invited_begin;
        invited_use_heading;
        invited_use(name, date);
        invited_going_on;
        invited_own;
        invited_own_next;
        mirror_none;
        mirror_wait_heading;
        mirror_wait;
        mirror_stand;
        mirror_stand_hint;
        mirror_heading_none;
        mirror_heading_one;
        mirror_heading_many(count);
        mirror_heading_nothing;
        mirror_other_variant;
        mirror_other_version;
        mirror_other_sector;
        mirror_unknown_version;
        agenda_heading;
        agenda_lead;
        agenda_none;
        agenda_rule;
        topic_differently(steps);
        topic_both_low;
        topic_unknown_school(score);
        topic_unknown_company(score);
        topic_low_school;
        topic_low_company;
        topic_low_both;
        topic_for_school;
        topic_for_company;
        topic_for_both;
        topic_agreed;
        agenda_add;
        agenda_add_all;
        print_both;
        mirror_levels_heading;
        mirror_levels_caption;
        shared_heading;
        shared_lead;
        shared_caption;
        shared_table;
        column_difference;
        steps_none;
        steps_one;
        steps_talk(count);
        itself_heading;
        itself_lead;
        not_compared_heading;
        not_compared_school;
        not_compared_company;
        not_compared_earlier;
        not_compared_later;
        not_compared_wording;
        not_compared_gone;
        send_back_heading;
        send_back_lead;
        send_back_carries;
        send_back_subject;
        send_back_message;
        keep_both;
        again_between(earlier, later);
        again_higher(names);
        again_lower(names);
        again_same;
        again_nothing;
        again_lead;
        again_other_sector;
        again_other_role;
        again_levels_caption;
        again_statements_caption;
        again_statements_table;
        again_levels_table;
        column_earlier;
        column_later;
        column_change;
        again_show;
        again_with_heading;
        again_with(name, date);
        back_to_result;
        extend_hint;
        no_longer_asked(names);
        keep_both_as_school;
        keep_both_as_company;
        both_note;
        both_note_whose;
        both_here;
        folded_table(table);
        itself_show;
        link_gone;
        invited_done;
        invite_back_anywhere;
        other_has_both;
        invited_count(count);
        levels_apart(points);
        group_filter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_their_places_are_and_are_left_as_they_are() {
        let filled = |text: &str| {
            let mut all = vec![Text::default(); Texts::KEYS.len()];
            all[Key::progress as usize] = text.into();
            Texts::new(all).progress("{1}", "b")
        };
        assert_eq!(filled("{0} van {1}."), "{1} van b.");
        assert_eq!(filled("{1}, {0}, {1}"), "b, {1}, b");
        assert_eq!(filled("geen"), "geen");
        assert_eq!(filled("{2}{answered}{"), "");
    }
}
