/**
 * Wat elke bron moet antwoorden, of zij nu in het geheugen of in een database staat. Een bron erbij: roep `bronContract` aan met
 * een functie die een lege bron maakt met deze contracten en gemeenten.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bron } from './bron.ts'
import type { Berichtfeiten, Partijen, Prestatie, Toewijzing } from './feit.ts'
import { regelsleutel } from './feit.ts'
import { type Buitenwereld, contractsleutel } from './geheugen.ts'

export type Proefbron = Bron & { neem(feiten: Berichtfeiten): void | Promise<void> }

const P: Partijen = { gemeente: '9990', aanbieder: '98765432' }
const ANDER: Partijen = { gemeente: '9990', aanbieder: '12345678' }
const ELDERS: Partijen = { gemeente: '9991', aanbieder: '98765432' }
const [ANNA, BEN] = ['999990019', '999990020']

const leeg = { toewijzingen: [], starts: [], stops: [], verzoeken: [], antwoorden: [], declaraties: [], prestaties: [] }
const feiten = (naam: string, identificatie: string, inhoud: Partial<Berichtfeiten>, partijen = P): Berichtfeiten => {
  const vanGemeente = naam === 'WMO301' || naam === 'WMO319' || naam === 'WMO325' || naam === 'WMO306'
  return {
    ...leeg,
    sleutel: { naam, afzender: vanGemeente ? partijen.gemeente : partijen.aanbieder, identificatie },
    partijen,
    dagtekening: '2026-02-10',
    ...inhoud,
  }
}
const t = (nummer: number, bsn: string, anders: Partial<Toewijzing> = {}, partijen = P): Toewijzing => ({
  ...partijen,
  nummer,
  bsn,
  toewijzingsdatum: '2025-12-15',
  toewijzingstijd: '09:00:00',
  ingangsdatum: '2026-01-01',
  einddatum: '2026-12-31',
  product: { Categorie: '02', Code: '02A01' },
  omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' },
  ...anders,
})
const regel = (referentie: string, anders: Partial<Prestatie> = {}): Prestatie => ({
  referentie,
  declaratie: 'D-1',
  bsn: ANNA,
  toewijzing: 1,
  categorie: '02',
  code: '02A01',
  van: '2026-01-01',
  tot: '2026-01-31',
  volume: 4,
  eenheid: '04',
  tarief: 6250,
  bedrag: 25_000,
  dc: 'D',
  ...anders,
})
const declaratie = (nummer: string, identificatie: string, maand: string, laatste: string) => ({
  nummer,
  identificatie,
  dagtekening: '2026-02-10',
  xsdVersie: '1.0.0/1.0.0',
  periode: { van: `${maand}-01`, tot: `${maand}-${laatste}` },
  totaal: 25_000,
})
const start = {
  bsn: ANNA,
  nummer: 1,
  product: { Categorie: '02', Code: '02A01' },
  begindatum: '2026-01-05',
  toewijzingIngangsdatum: '2026-01-01',
}
const oordeel = (
  naam: string,
  afzender: string,
  identificatie: string,
  uitkomst: 'geaccepteerd' | 'afgewezen',
  afgewezen: string[] = [],
) => ({
  oordeel: { over: { naam, afzender, identificatie }, uitkomst, afgewezenRegels: new Set(afgewezen) },
})

/** Met opzet door elkaar: het nieuwste eerst, een antwoord voor zijn bericht, en iets dubbel. */
const verloop: Berichtfeiten[] = [
  feiten('WMO301', 'T-2', {
    toewijzingen: [t(1, ANNA, { toewijzingsdatum: '2026-02-01', einddatum: '2026-06-30', redenWijziging: '05' })],
  }),
  feiten('WMO301', 'T-1', { toewijzingen: [t(1, ANNA), t(2, ANNA, { referentieAanbieder: 'V-1' })] }),
  feiten('WMO301', 'T-3', { toewijzingen: [t(3, BEN)] }),
  feiten('WMO301', 'T-4', { toewijzingen: [t(4, BEN, {}, ANDER)] }, ANDER),
  feiten('WMO301', 'T-5', { toewijzingen: [t(1, BEN, { einddatum: '2029-12-31', toewijzingsdatum: '2026-12-31' }, ELDERS)] }, ELDERS),
  feiten('WMO302', 'R-6', oordeel('WMO301', P.gemeente, 'T-6', 'afgewezen')),
  feiten('WMO301', 'T-6', { toewijzingen: [t(6, ANNA)] }),
  feiten('WMO305', 'S-1', { starts: [{ ...start, status: '1' }] }),
  feiten('WMO305', 'S-2', {
    starts: [
      { ...start, status: '3' },
      { ...start, begindatum: '2026-01-06', status: '1' },
    ],
  }),
  feiten('WMO307', 'E-1', { stops: [{ ...start, begindatum: '2026-01-06', reden: '20', einddatum: '2026-02-01', status: '1' }] }),
  feiten('WMO319', 'A-1', { antwoorden: [{ referentie: 'V-2', antwoord: '2' }] }),
  feiten('WMO315', 'V', {
    verzoeken: ['V-1', 'V-2'].map((referentie) => ({ referentie, soort: 'VOT' as const, bsn: ANNA, ingangsdatums: ['2026-03-01'] })),
  }),
  feiten('WMO317', 'W', { verzoeken: [{ referentie: 'W-1', soort: 'VOW', bsn: BEN, ingangsdatums: [] }] }),
  feiten('WMO325', 'U-1', oordeel('WMO323', P.aanbieder, 'D-1', 'geaccepteerd', [regelsleutel(ANNA, 'R2', undefined)])),
  feiten('WMO323', 'D-1', {
    declaraties: [declaratie('N1', 'D-1', '2026-01', '31')],
    prestaties: [regel('R1'), regel('R2', { code: '02A09' }), regel('R3', { toewijzing: 2, eenheid: '01', volume: 90, bedrag: 9375 })],
  }),
  feiten('WMO323', 'D-2', {
    declaraties: [declaratie('N2', 'D-2', '2026-02', '28')],
    prestaties: [regel('C1', { declaratie: 'D-2', vorige: 'R1', dc: 'C' }), regel('R4', { declaratie: 'D-2', volume: 3, bedrag: 18_750 })],
  }),
  feiten('WMO325', 'U-2', oordeel('WMO323', P.aanbieder, 'D-2', 'geaccepteerd')),
  feiten('WMO323', 'D-3', {
    declaraties: [declaratie('N3', 'D-3', '2026-03', '31')],
    prestaties: [regel('R5', { declaratie: 'D-3', van: '2026-02-01', tot: '2026-02-28' })],
  }),
  feiten('WMO325', 'U-3', oordeel('WMO323', P.aanbieder, 'D-3', 'afgewezen')),
  feiten('WMO305', 'S-1', { starts: [{ ...start, status: '1' }] }),
]
const buiten: Buitenwereld = {
  contracten: new Map([
    [
      contractsleutel(P),
      [
        ...['02A01', '02A09'].map((code) => ({ code, categorie: '02', tarieven: [{ eenheid: '04', tarief: 6250, van: '2026-01-01' }] })),
        {
          code: '02P03',
          categorie: '02',
          tarieven: [5000, 7000].map((tarief) => ({ eenheid: '04', tarief, van: '2026-01-01', afspraak: `voor ${tarief}` })),
        },
      ],
    ],
  ]),
  gemeenten: [{ code: '9990' }, { code: '9991', tot: '2025-12-31' }],
}

/** De toetsen zelf; `maak` geeft een lege bron met deze buitenwereld. */
export function bronContract(maak: (buiten: Buitenwereld) => Proefbron | Promise<Proefbron>): void {
  describe('elke bron', () => {
    let bron: Proefbron
    beforeAll(async () => {
      bron = await maak(buiten)
      for (const f of verloop) await bron.neem(f)
    })
    const op = <D, K>(dingen: readonly D[], sleutel: (ding: D) => K): K[] => dingen.map(sleutel).sort()

    it('kent een bericht aan soort, paar en nummer, en weet of het is afgewezen', async () => {
      expect(await bron.berichten(P, 'WMO301', ['T-1'])).toEqual([
        { sleutel: { naam: 'WMO301', afzender: '9990', identificatie: 'T-1' }, isAfgewezen: false },
      ])
      expect(await bron.berichten(P, 'WMO301', ['T-6'])).toMatchObject([{ isAfgewezen: true }])
      expect(await bron.berichten(P, 'WMO305', ['T-1'])).toEqual([])
      expect(await bron.berichten(ANDER, 'WMO301', ['T-1'])).toEqual([])
    })
    it('geeft van een toewijzing de geldende versie, binnen de gemeente en niet van een afgewezen bericht', async () => {
      expect(op(await bron.toewijzingen(P, [1, 3, 4, 6, 77]), (x) => `${x.nummer} ${x.aanbieder} ${x.einddatum}`)).toEqual([
        '1 98765432 2026-06-30',
        '3 98765432 2026-12-31',
        '4 12345678 2026-12-31',
      ])
      expect((await bron.toewijzingen(P, [1]))[0]).toEqual(
        t(1, ANNA, { toewijzingsdatum: '2026-02-01', einddatum: '2026-06-30', redenWijziging: '05' }),
      )
      expect(op(await bron.toewijzingenVan(P, [ANNA]), (x) => x.nummer)).toEqual([1, 2])
      expect(op(await bron.toewijzingenVan(P, [ANNA, BEN]), (x) => x.nummer)).toEqual([1, 2, 3])
      expect(await bron.bekendeClienten(ANDER, [ANNA, BEN])).toEqual([BEN])
    })
    it('geeft starts en stops die er nog staan', async () => {
      const { starts, stops } = await bron.leveringen(P, [ANNA])
      expect(starts).toEqual([{ ...start, begindatum: '2026-01-06' }])
      expect(stops).toEqual([{ ...start, begindatum: '2026-01-06', reden: '20', einddatum: '2026-02-01' }])
      expect(await bron.leveringen(P, [BEN])).toEqual({ starts: [], stops: [] })
    })
    it('geeft verzoeken op referentie of cliënt, met antwoorden en of zij zijn toegewezen', async () => {
      const alle = await bron.verzoeken(P, { referenties: ['W-1'], bsns: [ANNA] })
      expect(op(alle, (v) => `${v.referentie} ${v.soort} ${v.antwoorden.join()} ${v.isGehonoreerd}`)).toEqual([
        'V-1 VOT  true',
        'V-2 VOT 2 false',
        'W-1 VOW  false',
      ])
      expect(await bron.verzoeken(P, { referenties: ['X'], bsns: [] })).toEqual([])
      expect(await bron.verzoeken(ANDER, { referenties: ['V-1'], bsns: [] })).toEqual([])
    })
    it('geeft declaraties die als verzonden tellen, en de laatste periode', async () => {
      expect(
        op(
          await bron.declaraties(P, { nummers: ['N1', 'N3'], identificaties: ['D-2'], bsns: [ANNA, BEN] }),
          (d) => `${d.nummer} ${d.totaal} ${d.bsns.join()}`,
        ),
      ).toEqual([`N1 25000 ${ANNA}`, `N2 25000 ${ANNA}`])
      expect(await bron.laatsteDeclaratieperiode(P)).toBe('2026-02-01')
      expect(await bron.laatsteDeclaratieperiode(ANDER)).toBeNull()
    })
    it('geeft prestaties met hun status, en welke debetregel is gecrediteerd', async () => {
      const regels = await bron.prestaties(P, ['R1', 'R2', 'C1', 'R5', 'X'])
      expect(op(regels, (r) => `${r.referentie} ${r.status} ${r.isGecrediteerd}`)).toEqual([
        'C1 toegekend false',
        'R1 toegekend true',
        'R2 afgewezen false',
      ])
      expect(regels.find((r) => r.referentie === 'C1')).toEqual({
        ...regel('C1', { declaratie: 'D-2', vorige: 'R1', dc: 'C' }),
        status: 'toegekend',
        isGecrediteerd: false,
      })
    })
    it('geeft openstaand debet en het verbruik, zonder wat is afgewezen', async () => {
      expect(
        op(
          await bron.openDebet(P, [
            { toewijzing: 1, van: '2026-01-01' },
            { toewijzing: 1, van: '2026-02-01' },
          ]),
          (r) => r.referentie,
        ),
      ).toEqual(['R4'])
      expect(op(await bron.verbruik(P, [1, 2, 3]), (v) => JSON.stringify([v.toewijzing, v.bedrag, v.perEenheid, v.openRegels]))).toEqual([
        JSON.stringify([1, 18_750, { '04': 3 }, 1]),
        JSON.stringify([2, 9375, { '01': 90 }, 1]),
      ])
    })
    it('geeft contract en gemeenten, of null als er niets bekend is', async () => {
      expect(op((await bron.contract(P, ['02A01', 'X'])) ?? [], (c) => c.code)).toEqual(['02A01'])
      const gedeeld = (await bron.contract(P, ['02P03'])) ?? []
      expect(gedeeld.flatMap((c) => c.tarieven.map((t) => t.tarief)).sort()).toEqual([5000, 7000])
      expect(new Set(gedeeld.flatMap((c) => c.tarieven.map((t) => t.afspraak))).size).toBe(2)
      expect(await bron.contract(ANDER, ['02A01'])).toBeNull()
      expect(await bron.gemeenten(['9991', '1234'])).toEqual([{ code: '9991', tot: '2025-12-31' }])
      expect(await (await maak({})).gemeenten(['9990'])).toBeNull()
    })
  })
}
