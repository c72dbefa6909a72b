/*
 * The store of facts.  Filled while the files of a table are committed, read by
 * iwmo_care and iwmo_answers when all are there.
 */
#include "etl/iwmo_facts.h"

void iwmo_facts_release(struct iwmo_facts *facts) {
    intern_release(&facts->texts);
    VEC_FREE(facts->list);
    intern_release(&facts->messages);
    VEC_FREE(facts->message_sources);
}

void iwmo_facts_add(struct iwmo_facts *facts, uint32_t source, const struct iwmo_fact *fact) {
    VEC_PUSH(facts->list, (struct iwmo_kept){.number = intern_add(&facts->texts, fact->number),
                                             .detail = intern_add(&facts->texts, fact->detail),
                                             .begin = fact->begin,
                                             .end = fact->end,
                                             .source = source,
                                             .line = fact->line,
                                             .code = fact->code,
                                             .kind = (uint8_t)fact->kind,
                                             .taken_back = fact->taken_back});
}

void iwmo_facts_truncate(struct iwmo_facts *facts, size_t keep) {
    facts->list.len = keep;
}

bool iwmo_facts_add_message(struct iwmo_facts *facts, struct slice identity, uint32_t source, uint32_t *first) {
    uint32_t number = intern_add(&facts->messages, identity);
    if (number < facts->message_sources.len) {
        *first = facts->message_sources.data[number];
        return false;
    }
    VEC_PUSH(facts->message_sources, source);
    return true;
}
