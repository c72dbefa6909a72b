/*
 * The sheets, one file each, and the few things that one draws for another.  Only the registry and the sheets look
 * here.
 */
#ifndef WMO_REPORTS_SHEETS_SHEETS_H
#define WMO_REPORTS_SHEETS_SHEETS_H

#include "reports/sheets/sheet.h"

extern const struct sheet_def sheet_samenvatting;
extern const struct sheet_def sheet_gesprekspunten;
extern const struct sheet_def sheet_gespreksagenda;
extern const struct sheet_def sheet_clienten;
extern const struct sheet_def sheet_benutting;
extern const struct sheet_def sheet_doorlooptijden;
extern const struct sheet_def sheet_overgang;
extern const struct sheet_def sheet_voorveld;
extern const struct sheet_def sheet_uitfasering;
extern const struct sheet_def sheet_omvang;
extern const struct sheet_def sheet_managementinformatie;
extern const struct sheet_def sheet_opvolging;
extern const struct sheet_def sheet_aanbieders;
extern const struct sheet_def sheet_gemeenten;
extern const struct sheet_def sheet_signalen;
extern const struct sheet_def sheet_datakwaliteit;
extern const struct sheet_def sheet_toelichting;

/* Has any aanbieder a client here in the period asked for? */
bool any_aanbieder(const struct sheet_context *context);

/* Tables that graphs on Samenvatting draw from. */
#define TABLE_CLIENTEN_PERIODEN "Clienten_perioden"
#define TABLE_BENUTTING_PERIODEN "Benutting_perioden"

/* The old indications per month with the expected course; nothing when none is shown. */
void add_burn_down_graph(const struct sheet_context *context, enum graph_size size);

/* Is some month of it shown, and none withheld? */
bool burn_down_is_whole(const struct sheet_context *context);

/* The course of the voorveld against its path; false when the shift is not known. */
bool add_voorveld_graph(const struct sheet_context *context, enum graph_size size);

#endif
