/* The characters of the story, as tables: what a manager can find in a generated region is decided here.
 * Invariant: the first aanbieder offers every perceel and is contracted again; 8 of 34 are not, among them the
 * third, which offers begeleiding and dagbesteding and is large enough to work in every gemeente.
 * In larger regions the rows repeat. Read while the region is laid out and wherever behaviour differs. */
#include "tests/generator/roles.h"

#define H (1 << HO)
#define B (1 << BG)
#define D (1 << DB)
#define V (1 << KV)
#define NO_PLAN PRODUCTS

/* clang-format off */
const struct gemeente_role roles_gemeente[ROLES_GEMEENTEN] = {
    /* code, naam, weight, research, decision, voorveld, shift, registers, late, nulmeting HO BG DB KV, plan */
    {"0498", "Drechterland", 20, 24,  9,  90, 300, true,  false, {false, true,  true,  false}, P_02BGP, 6},
    {"0388", "Enkhuizen",    19, 30, 10,  20,  90, true,  false, {false, true,  false, false}, P_07DBA, 15},
    {"0405", "Hoorn",        75, 34, 11, 170, 510, true,  false, {false, true,  true,  false}, P_02BGP, 3},
    {"1598", "Koggenland",   23, 22,  8,   0,   0, false, false, {false, false, false, false}, NO_PLAN, 0},
    {"0420", "Medemblik",    46, 47, 19,  40, 265, true,  true,  {false, false, false, false}, P_02BGB, 9},
    {"0432", "Opmeer",       12, 20,  7,  10,  50, true,  false, {false, false, false, false}, NO_PLAN, 0},
    {"0532", "Stede Broec",  22, 27,  9, 150, 460, true,  false, {false, false, true,  false}, P_07DBA, 6},
};

const struct aanbieder_role roles_aanbieder[ROLES_AANBIEDERS] = {
    /* percelen, weight, contracted, level, spread, start, conversion, flags, mi, error */
    {H|B|D|V, 24, true,   900, 150,  14, 900, 0,                             MI_ALL,         5},
    {H,       24, true,   930, 120,  10, 900, 0,                             MI_TOTALS,      0},
    {B|D,     30, false,  820, 200,  18, 120, 0,                             MI_PERCELEN,   20}, /* long indications stay where they are */
    {B|D,     24, true,   540, 180,  16, 700, 0,                             MI_GEMEENTEN,  30}, /* half of it is not used */
    {H|B,     23, true,  1560, 250,  12, 800, 0,                             MI_CELLS,      10}, /* spends more than was indicated */
    {B,       22, true,   880, 150, 130, 700, 0,                             MI_TOTALS,     40}, /* starts late */
    {D|V,     18, true,   860, 150,  15, 850, BILLS_FOUR_WEEKS,              MI_NONE,        0},
    {H,       16, false,  900, 150,  12, 450, 0,                             MI_TOTALS,      0},
    {H|B,     18, true,   910, 150,  14, 900, OWN_TARIEF | THREE_CODES,      MI_GEMEENTEN,   0},
    {B,       17, true,   870, 200,  20, 800, BILLS_IN_HOURS,                MI_PERCELEN,    0},
    {D,       16, true,   800, 200,  12, 850, OWN_TARIEF,                    MI_ALL,         0},
    {B|V,     13, false,  850, 200,  20, 350, 0,                             MI_NOT_LAST,    0},
    {H,       20, true,   940, 100,   9, 950, BILLS_FOUR_WEEKS,              MI_TOTALS,      0},
    {B|D,     18, true,   890, 150,  21, 800, BILLS_OLD_TARIEF | TWO_CODES,  MI_CELLS,       0},
    {H|B|D,   18, true,   900, 150,  15, 850, BILLS_LATE,                    MI_NOT_LAST,    0},
    {D,       12, false,  780, 200,  18, 400, 0,                             MI_PERCELEN,   60},
    {B,       14, true,   960, 150,  14, 850, BILLS_TWICE,                   MI_TOTALS,      0},
    {B|D,     13, true,   840, 200,  25, 750, BILLS_NO_NUMBER,               MI_GEMEENTEN,   0},
    {H,       14, true,   900, 120,  11, 900, OWN_TARIEF,                    MI_ODD_TOTAL,   0},
    {B,       11, false,  860, 200,  22, 600, 0,                             MI_TOTALS,      0},
    {B,       12, true,   920, 150,  18, 850, NO_VERZUIM,                    MI_TOTALS,      0},
    {D|V,     12, true,   830, 150,  16, 850, OWN_TARIEF,                    MI_CELLS,       0},
    {H|B,     12, true,   890, 200,  15, 850, BILLS_IN_HOURS,                MI_TOTALS,      0},
    {B,       11, true,   700, 250,  35, 700, 0,                             MI_NONE,        0},
    {H|D,     12, false,  880, 150,  14, 300, BILLS_FOUR_WEEKS,              MI_TOTALS,      0},
    {B|D|V,   12, true,   870, 150,  19, 800, TWO_CODES,                     MI_ALL,         0},
    {B,       11, true,   950, 200,  12, 850, LOST_POINT,                    MI_TOTALS,      0},
    {H,       11, true,   910, 100,  10, 900, 0,                             MI_TOTALS,    420}, /* its own count is far off */
    {B,       11, false,  760, 200,  24, 250, 0,                             MI_TOTALS,      0},
    {D,       11, true,   850, 150,  14, 850, 0,                             MI_PERCELEN,    0},
    {B,       10, true,   620, 200,  28, 700, BILLS_LATE,                    MI_TOTALS,      0},
    {H|B,     10, true,  1100, 200,  13, 850, 0,                             MI_GEMEENTEN,   0},
    {D,       11, false,  800, 200,  17, 500, 0,                             MI_TOTALS,      0},
    {B|V,     10, true,   880, 150,  20, 800, OWN_TARIEF,                    MI_TOTALS,      0},
};
/* clang-format on */
