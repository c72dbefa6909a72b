/*
 * What the process is allowed: set once by main, before anything is read.
 */
#ifndef WMO_REPORTS_PROCESS_H
#define WMO_REPORTS_PROCESS_H

/*
 * No core dumps (they would hold clients), files 0640 and directories 0750, writing beyond a limit or to nobody is an
 * error instead of a signal, the descriptors 0, 1 and 2 are taken so that no file gets their number, and whoever
 * interrupts the process (SIGINT, SIGTERM, SIGHUP) reads what that means before it dies of it.
 */
void process_protect(void);

/* For a child process: it leaves it to its parent to say that it was interrupted. */
void process_be_silent(void);

#endif
