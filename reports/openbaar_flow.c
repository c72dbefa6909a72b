/*
 * The table as a graph, and its edges on no cycle.  Invariant: the exact counts are a flow, so that only changes of it
 * need to be looked for.  Called by openbaar_check.c.
 */
#include "reports/openbaar_flow.h"

#include <stdlib.h>

#include "etl/base/mem.h"

enum { WHOLES = 1 + PERCEEL_COUNT }; /* all, and each perceel */

#define NODE_NONE SIZE_MAX

struct edge {
    size_t from;
    size_t to;
    size_t cell;
    bool forward; /* the count can be more */
    bool backward;
};

/* An edge as one of its nodes sees it. */
struct arc {
    size_t edge;
    size_t to;
    bool leaves; /* the flow can change along it from this node */
};

struct graph {
    const struct cells *cells;
    size_t first; /* cell of the table */
    size_t nodes;
    VEC(struct edge) edges;
    size_t *start; /* per node: its first arc, and one behind the last */
    struct arc *arcs;
    size_t *order; /* per node, while it is searched: when it was met, from 1 */
    size_t *back;  /* the earliest node that can be reached from it */
    size_t *component;
    size_t met;
    size_t components;
    size_t *stack;
    size_t height;
    bool *bridge; /* per edge */
};

/* ---- the graph of a table ---- */

/*
 * The flow goes from a root to the gemeenten, in each to its percelen and products, together to those of the region,
 * and back by its percelen to the root.  Nodes: the wholes of every place (of place 0 the region's), then the parts.
 */
static size_t whole_node(size_t place, size_t whole) {
    return place * WHOLES + whole;
}

static bool is_void(const struct graph *graph, size_t part) {
    return graph->cells->truth[graph->first + part] == 0;
}

/* Is this part divided any further in the region? */
static bool is_divided(const struct graph *graph, size_t part) {
    const struct cells *cells = graph->cells;
    for (size_t p = part + 1; p < cells->parts; p++)
        if (!is_void(graph, p) &&
            (part == 0 ? cells->part[p].product == 0
                       : cells->part[p].product > 0 && cells->part[p].perceel == cells->part[part].perceel))
            return cells->part[part].product == 0;
    return false;
}

/* Where the count of a part flows on to: its own parts, or the region. */
static size_t lower_node(const struct graph *graph, size_t place, size_t part) {
    const struct cells *cells = graph->cells;
    return is_divided(graph, part) ? whole_node(place, cells->part[part].perceel) : cells->places * WHOLES + part;
}

/* Where it comes from: the whole that it is a part of, or the root. */
static size_t upper_node(const struct graph *graph, size_t place, size_t part) {
    const struct cells *cells = graph->cells;
    size_t root = cells->places * WHOLES + cells->parts;
    if (part == 0)
        return root;
    if (cells->part[part].product > 0)
        return whole_node(place, cells->part[part].perceel);
    return is_void(graph, 0) ? root + cells->part[part].perceel : whole_node(place, 0);
}

/* False when the table is empty, or does not add up. */
static bool make_edges(struct graph *graph) {
    const struct cells *cells = graph->cells;
    graph->nodes = cells->places * WHOLES + cells->parts + WHOLES;
    int64_t *balance = mem_calloc(graph->nodes, sizeof *balance);
    for (size_t place = 0; place < cells->places; place++)
        for (size_t part = 0; part < cells->parts; part++) {
            size_t cell = graph->first + place * cells->parts + part;
            if (is_void(graph, part))
                continue;
            size_t upper = upper_node(graph, place, part);
            size_t lower = lower_node(graph, place, part);
            struct edge edge = {
                .from = place > 0 ? upper : lower,
                .to = place > 0 ? lower : upper,
                .cell = cell,
                .forward = cells->truth[cell]<cells->high[cell], .backward = cells->truth[cell]> cells->low[cell]};
            balance[edge.from] -= cells->truth[cell];
            balance[edge.to] += cells->truth[cell];
            VEC_PUSH(graph->edges, edge);
        }
    bool adds_up = graph->edges.len > 0;
    for (size_t n = 0; n < graph->nodes; n++)
        adds_up = adds_up && balance[n] == 0;
    free(balance);
    return adds_up;
}

static void make_arcs(struct graph *graph) {
    graph->start = mem_calloc(graph->nodes + 2, sizeof *graph->start);
    graph->arcs = mem_calloc(graph->edges.len * 2, sizeof *graph->arcs);
    for (size_t e = 0; e < graph->edges.len; e++) {
        graph->start[graph->edges.data[e].from + 2]++;
        graph->start[graph->edges.data[e].to + 2]++;
    }
    for (size_t n = 0; n < graph->nodes; n++)
        graph->start[n + 2] += graph->start[n + 1];
    for (size_t e = 0; e < graph->edges.len; e++) {
        const struct edge *edge = &graph->edges.data[e];
        graph->arcs[graph->start[edge->from + 1]++] = (struct arc){e, edge->to, edge->forward};
        graph->arcs[graph->start[edge->to + 1]++] = (struct arc){e, edge->from, edge->backward};
    }
}

/* ---- components between which the flow can go round (Tarjan), and bridges in them ---- */

static void earlier(size_t *back, size_t order) {
    if (order < *back)
        *back = order;
}

static void find_component(struct graph *graph, size_t node) {
    graph->order[node] = graph->back[node] = ++graph->met;
    graph->stack[graph->height++] = node;
    for (size_t a = graph->start[node]; a < graph->start[node + 1]; a++) {
        const struct arc *arc = &graph->arcs[a];
        if (!arc->leaves)
            continue;
        if (graph->order[arc->to] == 0) {
            find_component(graph, arc->to);
            earlier(&graph->back[node], graph->back[arc->to]);
        } else if (graph->component[arc->to] == NODE_NONE) {
            earlier(&graph->back[node], graph->order[arc->to]);
        }
    }
    if (graph->back[node] != graph->order[node])
        return;
    size_t member;
    do {
        member = graph->stack[--graph->height];
        graph->component[member] = graph->components;
    } while (member != node);
    graph->components++;
}

/* Edges whose direction does not matter here: within a component each lies on a cycle unless it is a bridge. */
static void find_bridges(struct graph *graph, size_t node, size_t by) {
    graph->order[node] = graph->back[node] = ++graph->met;
    for (size_t a = graph->start[node]; a < graph->start[node + 1]; a++) {
        const struct arc *arc = &graph->arcs[a];
        const struct edge *edge = &graph->edges.data[arc->edge];
        if (arc->edge == by || graph->component[arc->to] != graph->component[node] ||
            (!edge->forward && !edge->backward))
            continue;
        if (graph->order[arc->to] == 0) {
            find_bridges(graph, arc->to, arc->edge);
            earlier(&graph->back[node], graph->back[arc->to]);
            graph->bridge[arc->edge] = graph->back[arc->to] > graph->order[node];
        } else {
            earlier(&graph->back[node], graph->order[arc->to]);
        }
    }
}

static void search(struct graph *graph) {
    graph->order = mem_calloc(graph->nodes, sizeof *graph->order);
    graph->back = mem_calloc(graph->nodes, sizeof *graph->back);
    graph->component = mem_calloc(graph->nodes, sizeof *graph->component);
    graph->stack = mem_calloc(graph->nodes, sizeof *graph->stack);
    graph->bridge = mem_calloc(graph->edges.len, sizeof *graph->bridge);
    for (size_t n = 0; n < graph->nodes; n++)
        graph->component[n] = NODE_NONE;
    for (size_t n = 0; n < graph->nodes; n++)
        if (graph->order[n] == 0)
            find_component(graph, n);
    for (size_t n = 0; n < graph->nodes; n++)
        graph->order[n] = 0;
    graph->met = 0;
    for (size_t n = 0; n < graph->nodes; n++)
        if (graph->order[n] == 0)
            find_bridges(graph, n, graph->edges.len);
}

static void graph_release(struct graph *graph) {
    VEC_FREE(graph->edges);
    free(graph->start);
    free(graph->arcs);
    free(graph->order);
    free(graph->back);
    free(graph->component);
    free(graph->stack);
    free(graph->bridge);
}

void flow_find_fixed(const struct cells *cells, size_t period, size_t series, flow_cells *fixed) {
    struct graph graph = {.cells = cells, .first = cells_first(cells, period, series)};
    if (make_edges(&graph)) {
        make_arcs(&graph);
        search(&graph);
        for (size_t e = 0; e < graph.edges.len; e++) {
            const struct edge *edge = &graph.edges.data[e];
            if (cells->low[edge->cell] < cells->high[edge->cell] &&
                (graph.bridge[e] || graph.component[edge->from] != graph.component[edge->to]))
                VEC_PUSH(*fixed, edge->cell);
        }
    }
    graph_release(&graph);
}
