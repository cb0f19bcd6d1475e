import { expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { beoordeelGebeurtenis, type Gebeurtenis } from './gebeurtenis.ts'
import { type Kort, rijenVan } from './gebeurtenis.testhulp.ts'
import { type Gebeurtenissoort, indicatiegebeurtenissen, type Over, zaakgebeurtenissen } from './gebeurtenissoorten.ts'
import { zaaktermijnen } from './wettelijke-termijnen.ts'
import { beoordeelZaakgebeurtenis } from './zaak.ts'

const termijnen = zaaktermijnen('2026-11-02' as Datum) // plan tot 9 november, onderzoek uiterlijk 14 december
const open: Kort[] = [
  ['melding_ontvangen', '2026-11-02'],
  ['melding_bevestigd', '2026-11-05'],
]
const gestart: Kort[] = [...open, ['plan_ontvangen', '2026-11-06'], ['onderzoek_gestart', '2026-11-12']]
const verslag: Kort[] = [...gestart, ['verslag_verzonden', '2026-12-01']]
const aanvraag: Kort[] = [...verslag, ['aanvraag_ontvangen', '2026-12-03']]
const dicht: Kort[] = [...aanvraag, ['zaak_afgesloten', '2026-12-10']]

const zin = (over: Over, bestaand: Kort[], nieuw: Kort) => {
  const rijen = rijenVan(...bestaand, nieuw)
  const laatste = rijen.at(-1) as Gebeurtenis
  const r =
    over === 'zaak'
      ? beoordeelZaakgebeurtenis(rijen.slice(0, -1), laatste, termijnen)
      : beoordeelGebeurtenis(over, rijen.slice(0, -1), laatste)
  return r.ok ? 'kan' : `${r.fout.tekst} ${r.fout.watNu}`
}
const ander = 'Klopt een andere dag niet, verbeter die dan eerst.'
const loopt = 'Dit hoort bij een zaak die loopt: na de melding en voor het afsluiten.'
const plan = 'Een persoonlijk plan telt mee vanaf de melding tot het verslag weg is (Wmo 2.3.2 lid 2).'
const indicatieLoopt = 'Dit hoort bij een indicatie die loopt: na het vaststellen en voor het einde.'

const vanZaak: [Kort[], Kort, string][] = [
  [
    open,
    ['melding_ontvangen', '2026-11-04'],
    '“Melding ontvangen” kan niet op 4 november 2026: het staat al op 2 november 2026. Een zaak begint met één melding. Klopt de dag die er staat niet, verbeter die dan.',
  ],
  [
    open.slice(0, 1),
    ['melding_bevestigd', '2026-11-01'],
    `“Melding bevestigd” kan niet op 1 november 2026: “Melding ontvangen” staat pas op 2 november 2026. De ontvangst wordt één keer bevestigd, na de melding (Wmo 2.3.2 lid 1). Kies 2 november 2026 of een dag erna. ${ander}`,
  ],
  [
    [...open, ['plan_afgezien', '2026-11-05'], ['onderzoek_gestart', '2026-11-12'], ['verslag_verzonden', '2026-12-01']],
    ['plan_ontvangen', '2026-12-04'],
    `“Persoonlijk plan ontvangen” kan niet op 4 december 2026: “Verslag verzonden” staat al op 1 december 2026. ${plan} Kies een dag van 2 november 2026 tot en met 30 november 2026. ${ander}`,
  ],
  [
    open,
    ['plan_afgezien', '2026-10-30'],
    `“Geen persoonlijk plan” kan niet op 30 oktober 2026: “Melding ontvangen” staat pas op 2 november 2026. ${plan} Kies 2 november 2026 of een dag erna. ${ander}`,
  ],
  [
    [...open, ['plan_ontvangen', '2026-11-02']],
    ['onderzoek_gestart', '2026-11-03'],
    `“Onderzoek gestart” kan niet op 3 november 2026: “Melding bevestigd” staat pas op 5 november 2026. Het onderzoek begint als de ontvangst van de melding is bevestigd (Wmo 2.3.2 lid 1). Kies 5 november 2026 of een dag erna. ${ander}`,
  ],
  [
    open.slice(0, 1),
    ['onderzoek_gestart', '2026-11-12'],
    '“Onderzoek gestart” kan niet op 12 november 2026: “Melding bevestigd” ligt nog niet vast. Het onderzoek begint als de ontvangst van de melding is bevestigd (Wmo 2.3.2 lid 1). Leg eerst “Melding bevestigd” vast.',
  ],
  [
    gestart,
    ['verslag_verzonden', '2026-11-11'],
    `“Verslag verzonden” kan niet op 11 november 2026: “Onderzoek gestart” staat pas op 12 november 2026. Het verslag is de uitkomst van een onderzoek dat loopt (Wmo 2.3.2 lid 8). Kies 12 november 2026 of een dag erna. ${ander}`,
  ],
  [
    dicht,
    ['verslag_reactie', '2026-12-12'],
    `“Reactie op het verslag” kan niet op 12 december 2026: “Afgesloten” staat al op 10 december 2026. Een inwoner reageert op een verslag dat verzonden is. Kies een dag van 1 december 2026 tot en met 9 december 2026. ${ander}`,
  ],
  [
    aanvraag,
    ['onderzoek_hervat', '2026-12-04'],
    '“Onderzoek hervat” kan niet op 4 december 2026: “Aanvraag ontvangen” staat al op 3 december 2026. Een onderzoek is te hervatten na het verslag, zolang er geen aanvraag is. Klopt “Aanvraag ontvangen” van 3 december 2026 niet, verbeter dat dan of laat het vervallen.',
  ],
  [
    open,
    ['aanvraag_ontvangen', '2026-11-01'],
    `“Aanvraag ontvangen” kan niet op 1 november 2026: “Melding ontvangen” staat pas op 2 november 2026. Een aanvraag volgt op het verslag, of op zes weken zonder verslag (Wmo 2.3.2 lid 9). Kies 15 december 2026 of een dag erna. ${ander}`,
  ],
  [
    dicht,
    ['wlz_vastgelegd', '2026-11-01'],
    `“Aanvraag of besluit voor de Wlz” kan niet op 1 november 2026: “Melding ontvangen” staat pas op 2 november 2026. Een aanvraag of besluit voor de Wlz leggen we vast bij een zaak, vanaf de melding. Kies 2 november 2026 of een dag erna. ${ander}`,
  ],
  [
    dicht,
    ['wachten_begonnen', '2026-12-11'],
    `“Wacht op iemand” kan niet op 11 december 2026: “Afgesloten” staat al op 10 december 2026. ${loopt} Kies een dag van 2 november 2026 tot en met 9 december 2026. ${ander}`,
  ],
  [
    dicht,
    ['wachten_voorbij', '2026-11-01'],
    `“Wacht niet meer” kan niet op 1 november 2026: “Melding ontvangen” staat pas op 2 november 2026. ${loopt} Kies een dag van 2 november 2026 tot en met 9 december 2026. ${ander}`,
  ],
  [
    dicht,
    ['wachten_begonnen', '2026-12-10'],
    `“Wacht op iemand” kan niet op 10 december 2026: “Afgesloten” staat al op 10 december 2026. ${loopt} Kies een dag van 2 november 2026 tot en met 9 december 2026. ${ander}`,
  ],
  [
    dicht,
    ['zaak_overgedragen', '2026-12-10'],
    `“Overgedragen” kan niet op 10 december 2026: “Afgesloten” staat al op 10 december 2026. ${loopt} Kies een dag van 2 november 2026 tot en met 9 december 2026. ${ander}`,
  ],
  [
    dicht,
    ['zaak_afgesloten', '2026-12-12'],
    `“Afgesloten” kan niet op 12 december 2026: het staat al op 10 december 2026. ${loopt} Klopt de dag die er staat niet, verbeter die dan.`,
  ],
  [
    dicht,
    ['zaak_heropend', '2026-12-09'],
    `“Heropend” kan niet op 9 december 2026: “Afgesloten” staat pas op 10 december 2026. Heropenen kan alleen een zaak die is afgesloten. Kies 10 december 2026 of een dag erna. ${ander}`,
  ],
  [
    gestart,
    ['vervallen', '2026-11-20', 2],
    'Dit kan niet vervallen: “Onderzoek gestart” op 12 november 2026 kan dan niet meer. Het onderzoek begint als de ontvangst van de melding is bevestigd (Wmo 2.3.2 lid 1). Laat eerst “Onderzoek gestart” van 12 november 2026 vervallen.',
  ],
  [
    dicht,
    ['zaak_afgesloten', '2026-12-02', 7],
    `“Afgesloten” kan niet op 2 december 2026: “Aanvraag ontvangen” op 3 december 2026 klopt dan niet meer. Een aanvraag volgt op het verslag, of op zes weken zonder verslag (Wmo 2.3.2 lid 9). Kies 3 december 2026 of een dag erna. ${ander}`,
  ],
  [
    gestart,
    ['melding_bevestigd', '2026-11-13', 2],
    `“Melding bevestigd” kan niet op 13 november 2026: “Onderzoek gestart” op 12 november 2026 klopt dan niet meer. Het onderzoek begint als de ontvangst van de melding is bevestigd (Wmo 2.3.2 lid 1). Kies een dag van 2 november 2026 tot en met 12 november 2026. ${ander}`,
  ],
]
it.each(vanZaak)('een zaak met %j en dan %j', (bestaand, nieuw, verwacht) => expect(zin('zaak', bestaand, nieuw)).toBe(verwacht))

const loopend: Kort[] = [
  ['vastgesteld', '2026-05-14'],
  ['gestart', '2026-06-01'],
]
const gestopt: Kort[] = [...loopend, ['beeindigd', '2026-11-30']]

const vanIndicatie: [Kort[], Kort, string][] = [
  [
    loopend,
    ['vastgesteld', '2026-05-20'],
    '“Vastgesteld” kan niet op 20 mei 2026: het staat al op 14 mei 2026. Een indicatie begint met één besluit. Klopt de dag die er staat niet, verbeter die dan.',
  ],
  [
    loopend,
    ['gestart', '2026-07-01'],
    '“Gestart” kan niet op 1 juli 2026: het staat al op 1 juni 2026. De hulp start één keer, en voor haar einde. Klopt de dag die er staat niet, verbeter die dan.',
  ],
  [
    gestopt,
    ['gewijzigd', '2026-12-01'],
    `“Gewijzigd” kan niet op 1 december 2026: “Beëindigd” staat al op 30 november 2026. ${indicatieLoopt} Kies 29 november 2026 of een dag ervoor. ${ander}`,
  ],
  [
    gestopt,
    ['toegewezen', '2026-12-01'],
    `“Toegewezen” kan niet op 1 december 2026: “Beëindigd” staat al op 30 november 2026. ${indicatieLoopt} Kies 29 november 2026 of een dag ervoor. ${ander}`,
  ],
  [
    gestopt,
    ['opdracht_buitenom', '2026-12-01'],
    `“Opdracht buiten het berichtenverkeer” kan niet op 1 december 2026: “Beëindigd” staat al op 30 november 2026. ${indicatieLoopt} Kies 29 november 2026 of een dag ervoor. ${ander}`,
  ],
  [
    [],
    ['toewijzing_gewijzigd', '2026-05-01'],
    '“Toewijzing gewijzigd” kan niet op 1 mei 2026: “Vastgesteld” ligt nog niet vast. Een toewijzing verandert pas als de indicatie is vastgesteld. Leg eerst “Vastgesteld” vast.',
  ],
  [
    [],
    ['toewijzing_ingetrokken', '2026-05-01'],
    '“Toewijzing ingetrokken” kan niet op 1 mei 2026: “Vastgesteld” ligt nog niet vast. Een toewijzing verandert pas als de indicatie is vastgesteld. Leg eerst “Vastgesteld” vast.',
  ],
  [
    loopend,
    ['onderbroken', '2026-05-20'],
    `“Onderbroken” kan niet op 20 mei 2026: “Gestart” staat pas op 1 juni 2026. Onderbreken kan alleen hulp die gestart is. Kies 1 juni 2026 of een dag erna. ${ander}`,
  ],
  [
    loopend,
    ['hervat', '2026-07-01'],
    '“Hervat” kan niet op 1 juli 2026: “Onderbroken” ligt nog niet vast. Hervatten kan alleen hulp die onderbroken is. Leg eerst “Onderbroken” vast.',
  ],
  [
    loopend,
    ['beeindigd', '2026-05-20'],
    `“Beëindigd” kan niet op 20 mei 2026: “Gestart” staat pas op 1 juni 2026. Beëindigen kan alleen hulp die gestart is. Begint zij niet, trek de indicatie dan in. Kies 1 juni 2026 of een dag erna. ${ander}`,
  ],
  [
    gestopt,
    ['ingetrokken', '2026-12-05'],
    '“Ingetrokken” kan niet op 5 december 2026: “Beëindigd” staat al op 30 november 2026. Intrekken kan zolang de indicatie loopt. Klopt “Beëindigd” van 30 november 2026 niet, verbeter dat dan of laat het vervallen.',
  ],
  [
    gestopt,
    ['gestart', '2026-12-01', 2],
    `“Gestart” kan niet op 1 december 2026: “Beëindigd” op 30 november 2026 klopt dan niet meer. Beëindigen kan alleen hulp die gestart is. Begint zij niet, trek de indicatie dan in. Kies 30 november 2026 of een dag ervoor. ${ander}`,
  ],
  [
    loopend.slice(0, 1),
    ['beeindigd', '2026-06-20'],
    '“Beëindigd” kan niet op 20 juni 2026: “Gestart” ligt nog niet vast. Beëindigen kan alleen hulp die gestart is. Begint zij niet, trek de indicatie dan in. Leg eerst “Gestart” vast.',
  ],
]
it.each(vanIndicatie)('een indicatie met %j en dan %j', (bestaand, nieuw, verwacht) =>
  expect(zin('indicatie', bestaand, nieuw)).toBe(verwacht),
)

it('elke soort heeft hierboven een regel', () => {
  const beproefd = new Set([...vanZaak, ...vanIndicatie].map(([, [soort]]) => soort))
  const soorten = [...Object.keys(zaakgebeurtenissen), ...Object.keys(indicatiegebeurtenissen)]
  expect(soorten.filter((soort) => !beproefd.has(soort as Gebeurtenissoort))).toEqual([])
})
