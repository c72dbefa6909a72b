/*
 * Reading XML as the library under the workbooks writes it, several times faster than a parser of all XML can.
 */
#ifndef WMO_REPORTS_BOOK_PLAIN_XML_H
#define WMO_REPORTS_BOOK_PLAIN_XML_H

#include <stdbool.h>
#include <stddef.h>

/* Called for each element and text; each may be NULL.  Names are as in the file, prefix included. */
struct xml_walk {
    void (*begin)(void *context, const char *name, const char **attributes); /* name, value, name, …, NULL */
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *text, int len);
};

/*
 * Walks over a whole document of `len` bytes, which it changes and which data[len] = '\0' ends; what it passes on lives
 * as long as the data.  False when that is not well-formed, or has what the library never writes: comments,
 * instructions, CDATA, declarations, single quotes, spaces around =, other references than &amp; &lt; &gt; &quot;
 * &#xA;.
 */
typedef bool xml_walker(char *data, size_t len, const struct xml_walk *walk, void *context);
bool plain_xml_walk(char *data, size_t len, const struct xml_walk *walk, void *context);

#endif
