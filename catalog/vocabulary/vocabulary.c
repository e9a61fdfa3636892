// The words of KPI workbooks as bytes of the program, so that an installed binary needs no other file.
#include "CVocabulary.h"

static const unsigned char headers_en[] = {
#embed "headers/en.tsv"
};
static const unsigned char headers_fr[] = {
#embed "headers/fr.tsv"
};
static const unsigned char headers_it[] = {
#embed "headers/it.tsv"
};
static const unsigned char headers_de[] = {
#embed "headers/de.tsv"
};
static const unsigned char headers_es[] = {
#embed "headers/es.tsv"
};
static const unsigned char words_en[] = {
#embed "words/en.tsv"
};
static const unsigned char words_fr[] = {
#embed "words/fr.tsv"
};
static const unsigned char words_it[] = {
#embed "words/it.tsv"
};
static const unsigned char words_de[] = {
#embed "words/de.tsv"
};
static const unsigned char words_es[] = {
#embed "words/es.tsv"
};

// Prepared of the files above; see SynonymTable.swift. It is used where it lies.
_Alignas(8) static const unsigned char prepared_headers[] = {
#embed "prepared/headers.bin"
};
_Alignas(8) static const unsigned char prepared_words[] = {
#embed "prepared/words.bin"
};

struct table {
  const char *language;
  const unsigned char *headers;
  size_t headers_length;
  const unsigned char *words;
  size_t words_length;
};

#define LANGUAGE(tag) \
  { #tag, headers_##tag, sizeof headers_##tag, words_##tag, sizeof words_##tag }

static const struct table tables[] = {
    LANGUAGE(en), LANGUAGE(fr), LANGUAGE(it), LANGUAGE(de), LANGUAGE(es),
};

int vocabulary_languages(void) { return (int)(sizeof tables / sizeof tables[0]); }

static const struct table *table_at(int index) {
  return index >= 0 && index < vocabulary_languages() ? &tables[index] : NULL;
}

const char *vocabulary_language(int index) {
  const struct table *table = table_at(index);
  return table ? table->language : NULL;
}

const unsigned char *vocabulary_headers(int index, size_t *length) {
  const struct table *table = table_at(index);
  *length = table ? table->headers_length : 0;
  return table ? table->headers : NULL;
}

const unsigned char *vocabulary_words(int index, size_t *length) {
  const struct table *table = table_at(index);
  *length = table ? table->words_length : 0;
  return table ? table->words : NULL;
}

const unsigned char *vocabulary_prepared_headers(size_t *length) {
  *length = sizeof prepared_headers;
  return prepared_headers;
}

const unsigned char *vocabulary_prepared_words(size_t *length) {
  *length = sizeof prepared_words;
  return prepared_words;
}
