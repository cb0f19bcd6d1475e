/**
 * Iets terugnemen en opnieuw sturen, per soort bericht zoals de standaard het toelaat: een start of stop met status 3, een declaratieregel met een
 * credit, en een verzoek alleen als het antwoord er is. Steeds ook wat daarvan niet mag.
 */
import type { Berichtwaarden } from '../iwmo-3-2/release.ts'
import { aangevraagd, teWijzigen } from '../voorbeelden.testhulp.ts'
import { op, start, stop, vanAanbieder, vanGemeente, wijsToe } from './casussen.testhulp.ts'
import type { Stap } from './keten.testhulp.ts'
import { credit, declareer, regel, stuur, toewijzing } from './oefening.testhulp.ts'

const BSN = '999900006'
const begeleiding = { Product: { Categorie: '02', Code: '02A03' } } as const
const product = { ToewijzingNummer: 667899, ...begeleiding, ToewijzingIngangsdatum: '2023-01-01', Begindatum: '2023-01-05' } as const
const toegewezen = (): Stap =>
  vanGemeente(wijsToe('2023-01-01', BSN, { ToewijzingNummer: 667899, ...begeleiding, Ingangsdatum: '2023-01-01', Einddatum: '2023-06-30' }))

/** Elke stap wacht op de vorige: het oordeel hangt ervan af wat er al was. */
const opVolgorde = (...stappen: Stap[]): Stap[] => stappen.map((s, i) => ({ ...s, na: i === 0 ? [] : [i - 1] }))

/** Weghalen kan één keer; daarna is de stop er niet meer en kan er een andere komen, en die maar één keer. */
const stops = (): Stap[] => {
  const fout = { ...product, Einddatum: '2023-06-17', RedenBeeindiging: '22' } as const
  const goed = { ...product, Einddatum: '2023-06-20', RedenBeeindiging: '19' } as const
  return opVolgorde(
    toegewezen(),
    vanAanbieder(start('2023-01-09', BSN, product)),
    vanAanbieder(stop('2023-06-19', BSN, { ...fout, StatusAanlevering: '3' })),
    vanAanbieder(stop('2023-06-20', BSN, fout)),
    vanAanbieder(stop('2023-06-21', BSN, { ...fout, StatusAanlevering: '3' })),
    vanAanbieder(stop('2023-06-22', BSN, { ...fout, StatusAanlevering: '3' })),
    vanAanbieder(stop('2023-06-23', BSN, goed)),
    vanAanbieder(stop('2023-06-24', BSN, goed)),
  )
}
/** Zonder start kan er geen stop zijn; na het weghalen kan de start opnieuw, op een andere dag. */
const starts = (): Stap[] => {
  const later = { ...product, Begindatum: '2023-01-09' }
  return opVolgorde(
    toegewezen(),
    vanAanbieder(start('2023-01-09', BSN, product)),
    vanAanbieder(start('2023-01-10', BSN, { ...product, StatusAanlevering: '3' })),
    vanAanbieder(start('2023-01-11', BSN, { ...product, StatusAanlevering: '3' })),
    vanAanbieder(stop('2023-01-12', BSN, { ...product, Einddatum: '2023-01-12', RedenBeeindiging: '19' })),
    vanAanbieder(start('2023-01-13', BSN, later)),
    vanAanbieder(stop('2023-06-20', BSN, { ...later, Einddatum: '2023-06-20', RedenBeeindiging: '19' })),
  )
}
/** Een verzoek is niet terug te nemen: dezelfde referentie nog eens wordt geweigerd zolang het loopt, en ook als het is afgewezen. */
const verzoeken = (): Stap[] => {
  const vot = (dag: string, ref: string) =>
    stuur('WMO315', (m) => {
      op(dag, BSN)(m)
      m.Client.AangevraagdeProducten.AangevraagdProduct = [
        {
          ...aangevraagd(ref),
          Product: { Categorie: '07', Code: '07A12' },
          ToewijzingIngangsdatum: '2027-03-01',
          ToewijzingEinddatum: '2031-12-31',
          Omvang: { Volume: 4, Eenheid: '16', Frequentie: '2' },
        },
      ]
    })
  const vow = (dag: string, ref: string) =>
    stuur('WMO317', (m) => {
      m.Header.BerichtIdentificatie.Dagtekening = dag
      m.Client.Bsn = BSN
      m.Client.Verzoek = {
        ReferentieAanbieder: ref,
        RedenVerzoek: '1',
        TeWijzigenProducten: {
          TeWijzigenProduct: [{ ...teWijzigen(667899), GewensteIngangsdatum: '2027-05-01', Einddatum: '2031-12-31' }],
        },
      }
    })
  const nee = (dag: string, ref: string) =>
    vanGemeente(
      stuur('WMO319', (m) => {
        m.Header.BerichtIdentificatie.Dagtekening = dag
        m.Antwoord = { ReferentieAanbieder: ref, VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '4' }
      }),
    )
  const loopt = { ToewijzingNummer: 667899, ...begeleiding, Ingangsdatum: '2027-01-01', Einddatum: '2031-12-31' } as const
  return opVolgorde(
    vanGemeente(wijsToe('2026-12-01', BSN, loopt)),
    vanAanbieder(vot('2027-02-01', 'V-1')),
    vanAanbieder(vot('2027-02-02', 'V-1')),
    nee('2027-02-05', 'V-1'),
    vanAanbieder(vot('2027-02-06', 'V-1')),
    vanAanbieder(vow('2027-02-07', 'W-1')),
    vanAanbieder(vow('2027-02-08', 'W-1')),
    nee('2027-02-09', 'W-1'),
    vanAanbieder(vow('2027-02-10', 'W-2')),
  )
}
/** Een regel neemt men terug met een credit, één keer; daarna kan hetzelfde opnieuw onder een ander nummer. */
const declaraties = (): Stap[] => {
  const eerst = regel('R1')
  const over = (dag: string) => (m: Berichtwaarden['WMO323']) => {
    m.Header.BerichtIdentificatie.Dagtekening = dag
    m.Declaratie.DeclaratieDagtekening = dag
    m.Declaratie.DeclaratiePeriode = {
      Begindatum: `${dag.slice(0, 4)}-0${Number(dag.slice(5, 7)) - 1}-01`,
      Einddatum: EIND[dag.slice(0, 7)] ?? '',
    }
  }
  return opVolgorde(
    vanGemeente(stuur('WMO301', (m) => (m.Client.ToegewezenProducten.ToegewezenProduct = [toewijzing()]))),
    vanAanbieder(declareer('D1', [eerst], over('2026-02-02'))),
    vanAanbieder(declareer('D2', [regel('R1', { GeleverdVolume: 2 })], over('2026-03-02'))),
    vanAanbieder(declareer('D3', [credit('C1', eerst)], over('2026-04-02'))),
    vanAanbieder(declareer('D4', [credit('C2', eerst)], over('2026-05-02'))),
    vanAanbieder(declareer('D5', [regel('R2', { GeleverdVolume: 11 })], over('2026-06-02'))),
  )
}
const EIND: Readonly<Record<string, string>> = {
  '2026-02': '2026-01-31',
  '2026-03': '2026-02-28',
  '2026-04': '2026-03-31',
  '2026-05': '2026-04-30',
  '2026-06': '2026-05-31',
}

const goed = 'geaccepteerd'
/** Naam, stappen, en het oordeel dat elk bericht hoort te krijgen. */
export const herstelketens: [string, () => Stap[], string[]][] = [
  [
    'een stop weghalen (status 3)',
    stops,
    [
      `WMO301 ${goed}`,
      `WMO305 ${goed}`,
      'WMO307 afgewezen 9063',
      `WMO307 ${goed}`,
      `WMO307 ${goed}`,
      'WMO307 afgewezen 9063',
      `WMO307 ${goed}`,
      'WMO307 afgewezen 9074,9415',
    ],
  ],
  [
    'een start weghalen (status 3)',
    starts,
    [
      `WMO301 ${goed}`,
      `WMO305 ${goed}`,
      `WMO305 ${goed}`,
      'WMO305 afgewezen 9063',
      'WMO307 afgewezen 9069',
      `WMO305 ${goed}`,
      `WMO307 ${goed}`,
    ],
  ],
  [
    'een verzoek nog eens',
    verzoeken,
    [
      `WMO301 ${goed}`,
      `WMO315 ${goed}`,
      'WMO315 afgewezen 9347,9374',
      `WMO319 ${goed}`,
      'WMO315 afgewezen 9347',
      `WMO317 ${goed}`,
      'WMO317 afgewezen 9347,9374',
      `WMO319 ${goed}`,
      `WMO317 ${goed}`,
    ],
  ],
  [
    'een declaratieregel terugnemen',
    declaraties,
    [
      `WMO301 ${goed}`,
      `WMO323 ${goed}`,
      `WMO325 ${goed}`,
      'WMO323 afgewezen 8021,9389',
      `WMO325 ${goed}`,
      `WMO323 ${goed}`,
      `WMO325 ${goed}`,
      'WMO323 afgewezen 9390',
      `WMO325 ${goed}`,
      `WMO323 ${goed}`,
      `WMO325 ${goed}`,
    ],
  ],
]
