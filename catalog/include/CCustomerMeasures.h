#ifndef CCUSTOMERMEASURES_H
#define CCUSTOMERMEASURES_H

#include <stddef.h>

/// The bytes of the built-in catalog's level above the measures, `catalog.yaml`.
///
/// The text is not closed by a zero byte; `length` receives its length.
const unsigned char *customer_measures_catalog(size_t *length);

/// The table of names, `names.tsv`: id, language, name.
const unsigned char *customer_measures_names(size_t *length);

/// The table of the groups' names, `groups.tsv`: id, language, name.
const unsigned char *customer_measures_group_names(size_t *length);

/// How many files of measures there are.
int customer_measures_count(void);

/// The name of a group's file without its ending, such as `satisfaction`; null for an index out of range.
const char *customer_measures_group(int index);

/// The bytes of a group's file, `measures/<group>.yaml`; null for an index out of range.
const unsigned char *customer_measures_text(int index, size_t *length);

/// How many languages there are display words of; their index below counts from 0.
int display_languages(void);

/// The tag of a language of display words, such as `en`; null for an index out of range.
const char *display_language(int index);

/// The bytes of a language's display words, `display/<language>.tsv`; null for an index out of range.
const unsigned char *display_words(int index, size_t *length);

/// The bytes of the style of exported pages, `display/page.css`.
const unsigned char *display_page_style(size_t *length);

/// The bytes of the script of exported pages, `display/page.js`.
const unsigned char *display_page_script(size_t *length);

#endif
