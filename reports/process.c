/*
 * Protects the process and what it writes.  Called by main, and by children that write workbooks.
 */
#include "reports/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "etl/base/message.h"
#include "etl/sha256.h"

/* What the caller closed is opened such that its use fails: 0 cannot be read, 1 and 2 cannot be written. */
static void take_standard_descriptors(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            return;
}

/* In a signal handler: only what POSIX lists as safe there. */
static void say(const char *sentence, size_t len) {
    if (write(STDERR_FILENO, sentence, len) < 0)
        return;
}

#define SENTENCE                                                                                                       \
    "wmo-mi: onderbroken; van de uitvoer is niets half vervangen. Start de opdracht opnieuw om haar af te maken.\n"

static void interrupted(int number) {
    static const char line[] = SENTENCE;
    struct termios terminal;
    if (tcgetattr(STDERR_FILENO, &terminal) == 0)
        say("\n", 1); /* a progress line may stand there */
    say(line, sizeof line - 1);
    signal(number, SIG_DFL);
    raise(number);
}

static void interrupted_in_journal(int number) {
    static const char level[] = {'<', '0' + PRIORITY_WARNING, '>'};
    say(level, sizeof level);
    interrupted(number);
}

static const int interruptions[] = {SIGHUP, SIGINT, SIGTERM};

/* A signal that the caller ignores, as nohup does, stays ignored. */
static void explain_interruptions(void) {
    struct sigaction explain = {.sa_handler = message_to_journal() ? interrupted_in_journal : interrupted};
    sigemptyset(&explain.sa_mask);
    for (size_t i = 0; i < sizeof interruptions / sizeof interruptions[0]; i++) {
        struct sigaction now;
        if (sigaction(interruptions[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
            sigaction(interruptions[i], &explain, NULL);
    }
}

void process_be_silent(void) {
    for (size_t i = 0; i < sizeof interruptions / sizeof interruptions[0]; i++) {
        struct sigaction now;
        if (sigaction(interruptions[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            signal(interruptions[i], SIG_DFL);
    }
}

void process_protect(void) {
    take_standard_descriptors();
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(S_IWGRP | S_IRWXO);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    explain_interruptions();
    sha256_prepare();
}
