/*
 * A parallel loop on pthreads, and a thread by itself.  Invariant: when threads_each returns, every piece was done
 * exactly once, also when a thread could not be started.
 */
#include "etl/base/threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "etl/base/mem.h"

struct loop {
    void (*work)(void *context, size_t piece, unsigned worker);
    void *context;
    size_t pieces;
    atomic_size_t next;
};

struct worker {
    struct loop *loop;
    unsigned number;
    pthread_t thread;
};

unsigned threads_available(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? (unsigned)count : 1;
}

static void *run(void *argument) {
    struct worker *worker = argument;
    struct loop *loop = worker->loop;
    for (;;) {
        size_t piece = atomic_fetch_add(&loop->next, 1);
        if (piece >= loop->pieces)
            return NULL;
        loop->work(loop->context, piece, worker->number);
    }
}

void threads_each(unsigned threads, size_t pieces, void (*work)(void *context, size_t piece, unsigned worker),
                  void *context) {
    struct loop loop = {.work = work, .context = context, .pieces = pieces};
    if (threads > pieces)
        threads = (unsigned)pieces;
    struct worker *workers = mem_calloc(threads + 1U, sizeof *workers);
    unsigned started = 1;
    workers[0] = (struct worker){.loop = &loop};
    while (started < threads) {
        workers[started] = (struct worker){.loop = &loop, .number = started};
        if (pthread_create(&workers[started].thread, NULL, run, &workers[started]) != 0)
            break;
        started++;
    }
    run(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
}

struct task {
    void (*work)(void *context);
    void *context;
};

static void *run_task(void *argument) {
    struct task task = *(struct task *)argument;
    free(argument);
    task.work(task.context);
    return NULL;
}

bool threads_leave(void (*work)(void *context), void *context) {
    struct task *task = mem_calloc(1, sizeof *task);
    pthread_t thread;
    *task = (struct task){work, context};
    if (pthread_create(&thread, NULL, run_task, task) != 0) {
        free(task);
        return false;
    }
    pthread_detach(thread);
    return true;
}
