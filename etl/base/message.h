/*
 * Messages to standard error that need no memory: the last words of a process, and how lines tell their priority.
 */
#ifndef WMO_ETL_BASE_MESSAGE_H
#define WMO_ETL_BASE_MESSAGE_H

#include <stdbool.h>

/* As the journal of systemd numbers them. */
enum priority { PRIORITY_ERROR = 3, PRIORITY_WARNING = 4, PRIORITY_NOTICE = 5, PRIORITY_INFO = 6 };

/* True when standard error leads to the journal, which reads the priority of a line from a "<3>" in front of it. */
bool message_to_journal(void);

/* Writes "wmo-mi: …" as one line, with its priority where that is read. */
void message_write(enum priority priority, const char *sentence);

#endif
