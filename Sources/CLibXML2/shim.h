// libxml2 with ICU inside includes ICU's headers, whose types clash with those that Foundation brings.
// Nothing here touches the one struct that they are part of, so they are left out.
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
