// The texts of the built-in catalog as bytes of the program, so that an installed binary needs no other file.
// The order of the groups is the order of their measures in the catalog.
#include "CCustomerMeasures.h"

static const unsigned char catalog[] = {
#embed "catalog.yaml"
};

static const unsigned char names[] = {
#embed "names.tsv"
};

static const unsigned char groups[] = {
#embed "groups.tsv"
};

static const unsigned char satisfaction[] = {
#embed "measures/satisfaction.yaml"
};

static const unsigned char loyalty[] = {
#embed "measures/loyalty.yaml"
};

static const unsigned char effort[] = {
#embed "measures/effort.yaml"
};

static const unsigned char brand[] = {
#embed "measures/brand.yaml"
};

static const unsigned char voice[] = {
#embed "measures/voice.yaml"
};

static const unsigned char market[] = {
#embed "measures/market.yaml"
};

static const unsigned char purchase[] = {
#embed "measures/purchase.yaml"
};

static const unsigned char retention[] = {
#embed "measures/retention.yaml"
};

static const unsigned char value[] = {
#embed "measures/value.yaml"
};

static const unsigned char service[] = {
#embed "measures/service.yaml"
};

static const unsigned char advocacy[] = {
#embed "measures/advocacy.yaml"
};

static const unsigned char display_en[] = {
#embed "display/en.tsv"
};

static const unsigned char display_fr[] = {
#embed "display/fr.tsv"
};

static const unsigned char display_it[] = {
#embed "display/it.tsv"
};

static const unsigned char display_de[] = {
#embed "display/de.tsv"
};

static const unsigned char display_es[] = {
#embed "display/es.tsv"
};

static const unsigned char page_style[] = {
#embed "display/page.css"
};

static const unsigned char page_script[] = {
#embed "display/page.js"
};

struct file {
  const char *group;
  const unsigned char *text;
  size_t length;
};

static const struct file files[] = {
  {"satisfaction", satisfaction, sizeof satisfaction},
  {"loyalty", loyalty, sizeof loyalty},
  {"effort", effort, sizeof effort},
  {"brand", brand, sizeof brand},
  {"voice", voice, sizeof voice},
  {"market", market, sizeof market},
  {"purchase", purchase, sizeof purchase},
  {"retention", retention, sizeof retention},
  {"value", value, sizeof value},
  {"service", service, sizeof service},
  {"advocacy", advocacy, sizeof advocacy},
};

enum { file_count = sizeof files / sizeof files[0] };

const unsigned char *customer_measures_catalog(size_t *length) {
  *length = sizeof catalog;
  return catalog;
}

const unsigned char *customer_measures_names(size_t *length) {
  *length = sizeof names;
  return names;
}

const unsigned char *customer_measures_group_names(size_t *length) {
  *length = sizeof groups;
  return groups;
}

int customer_measures_count(void) { return file_count; }

const char *customer_measures_group(int index) {
  return index >= 0 && index < file_count ? files[index].group : NULL;
}

const unsigned char *customer_measures_text(int index, size_t *length) {
  if (index < 0 || index >= file_count) {
    *length = 0;
    return NULL;
  }
  *length = files[index].length;
  return files[index].text;
}

struct words {
  const char *language;
  const unsigned char *text;
  size_t length;
};

static const struct words displays[] = {
  {"en", display_en, sizeof display_en},
  {"fr", display_fr, sizeof display_fr},
  {"it", display_it, sizeof display_it},
  {"de", display_de, sizeof display_de},
  {"es", display_es, sizeof display_es},
};

int display_languages(void) { return (int)(sizeof displays / sizeof displays[0]); }

const char *display_language(int index) {
  return index >= 0 && index < display_languages() ? displays[index].language : NULL;
}

const unsigned char *display_words(int index, size_t *length) {
  if (index < 0 || index >= display_languages()) {
    *length = 0;
    return NULL;
  }
  *length = displays[index].length;
  return displays[index].text;
}

const unsigned char *display_page_style(size_t *length) {
  *length = sizeof page_style;
  return page_style;
}

const unsigned char *display_page_script(size_t *length) {
  *length = sizeof page_script;
  return page_script;
}
