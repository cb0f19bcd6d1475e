/**
 * Willekeurige declaraties na elkaar, met fouten, credits en hergebruikte nummers erdoor: de stroom, die zo min mogelijk vraagt, oordeelt
 * per regel hetzelfde als het geheel, en laat hetzelfde achter.
 */
import { afterAll, expect, it } from 'vitest'
import { maakToeval } from '#core/base/toeval.ts'
import { RUSTIG } from '#messages/keten/keten.testhulp.ts'
import { alsBytes, credit, declareer, PARTIJEN, regel, type Regel, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { ANDER_BSN, BSN } from '#messages/voorbeelden.testhulp.ts'
import { alsStroom, antwoordVan, type Databasekant, maakDatabasekant, metRuimte, watWeet } from './kanten.testhulp.ts'
import { verwerkBericht, type Verwerkt } from './verwerk-bericht.ts'

const open: Databasekant[] = []
afterAll(async () => {
  for (const kant of open) await kant.sluit()
})

const CLIENTEN = [BSN, ANDER_BSN, '999990032', '999990044']
const MAANDEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31].map((dagen, i) => {
  const maand = `2026-${String(i + 1).padStart(2, '0')}`
  return { Begindatum: `${maand}-01`, Einddatum: `${maand}-${dagen}` }
})
const HALF = { Begindatum: '2026-01-05', Einddatum: '2026-01-31' }
const { getal, kans } = maakToevalig(20_260)
function maakToevalig(zaad: number) {
  const toeval = maakToeval(zaad)
  const getal = (tot: number): number => Math.floor(toeval() * tot)
  return { getal, kans: (deel: number): boolean => toeval() < deel }
}
const kies = <T>(uit: readonly T[]): T => uit[getal(uit.length)] as T

/** Elke cliënt behalve de laatste heeft twee toewijzingen: één per week, en één met een totaal of zonder omvang. */
const toegewezen = (): Zending[] =>
  CLIENTEN.slice(0, 3).map((bsn, i) => {
    const Omvang = i === 1 ? undefined : ({ Volume: 20, Eenheid: '04', Frequentie: '6' } as const)
    const zending = wijsToe({ ToewijzingNummer: 1 + i * 2 }, { ToewijzingNummer: 2 + i * 2, Omvang })
    ;(zending.waarde as { Client: { Bsn: string } }).Client.Bsn = bsn
    return zending
  })

const eerdere: Regel[] = []
let nummer = 0
function willekeurigeRegel(client: number): Regel {
  const referentie = kans(0.1) ? `R${getal(nummer + 1)}` : `R${nummer++}`
  if (eerdere.length > 0 && kans(0.25)) return credit(referentie, kies(eerdere), kans(0.2) ? { GeleverdVolume: 1 } : {})
  const gemaakt = regel(referentie, {
    ToewijzingNummer: kans(0.1) ? 5 + getal(40) : 1 + client * 2 + getal(2),
    ProductPeriode: kans(0.05) ? HALF : kies(MAANDEN),
    GeleverdVolume: kans(0.1) ? 40 : 1 + getal(12),
    ...(kans(0.1) && { ProductCode: '02A09' }),
    ...(kans(0.1) && { Eenheid: '01' }),
  })
  eerdere.push(gemaakt)
  return gemaakt
}
function willekeurigeDeclaratie(n: number): Zending {
  const wie = CLIENTEN.map((Bsn, i) => ({ Bsn, i })).filter(({ i }) => kans(i === 3 ? 0.1 : 0.5))
  return declareer(kans(0.1) ? 'D0' : `D${n}`, [], (m) => {
    m.Header.BerichtIdentificatie = { Identificatie: `T${n}`, Dagtekening: '2026-11-02' }
    m.Declaratie.DeclaratieDagtekening = '2026-11-02'
    m.Declaratie.DeclaratiePeriode = MAANDEN.at(-2) as (typeof MAANDEN)[number]
    m.Declaratie.Clienten.Client = (wie.length > 0 ? wie : [{ Bsn: BSN, i: 0 }]).map(({ Bsn, i }) => ({
      Bsn,
      Prestaties: { Prestatie: Array.from({ length: 1 + getal(3) }, () => willekeurigeRegel(i)) },
    }))
  })
}

const stroom = (kant: Databasekant, bytes: Uint8Array): Promise<Verwerkt> => alsStroom(kant, bytes, 700)

it('elke declaratie krijgt als stroom het oordeel dat zij in één keer krijgt', async () => {
  const a = await maakDatabasekant('gemeente', RUSTIG, [])
  const b = await maakDatabasekant('gemeente', RUSTIG, [])
  // Dezelfde stroom zonder tweede verbinding om naast te lezen.
  const c = await maakDatabasekant('gemeente', RUSTIG, [], 1)
  open.push(a, b, c)
  for (const [i, { naam, waarde }] of toegewezen().entries()) {
    waarde.Header.BerichtIdentificatie.Identificatie = `W${i}`
    for (const kant of [a, b, c]) await verwerkBericht(kant.keten, alsBytes(naam, waarde))
  }
  const uitkomsten = new Set<string>()
  const regels = new Set<string>()
  for (let n = 0; n < 40; n++) {
    const { naam, waarde } = willekeurigeDeclaratie(n)
    const bytes = metRuimte(alsBytes(naam, waarde))
    const heel = await verwerkBericht(a.keten, bytes)
    for (const kant of [b, c]) {
      const delen = await stroom(kant, bytes)
      expect({ uitkomst: delen.uitkomst, codes: delen.retourcodes }).toEqual({ uitkomst: heel.uitkomst, codes: heel.retourcodes })
      expect(await antwoordVan(delen)).toBe(await antwoordVan(heel))
    }
    uitkomsten.add(heel.uitkomst)
    for (const r of heel.retourcodes) regels.add(r.regel ?? '')
  }
  const alles = {
    bsns: CLIENTEN,
    nummers: [1, 2, 3, 4, 5, 6, 7],
    referenties: Array.from({ length: nummer }, (_, i) => `R${i}`),
    declaraties: Array.from({ length: 40 }, (_, i) => `D${i}`),
  }
  for (const kant of [b, c]) {
    expect(await watWeet(kant.stand, PARTIJEN, alles)).toEqual(await watWeet(a.stand, PARTIJEN, alles))
    for (const tabel of ['prestatie', 'declaratie', 'oordeel', 'afgewezen_regel', 'bericht', 'ketenclient', 'uitval'])
      expect([tabel, await kant.tel(tabel)]).toEqual([tabel, await a.tel(tabel)])
  }
  // Genoeg geraakt om iets te zeggen.
  expect([...uitkomsten].sort()).toEqual(['afgewezen', 'deels', 'geaccepteerd'])
  expect([...regels]).toEqual(
    expect.arrayContaining(['TR304', 'TR314', 'TR321', 'TR322', 'TR323', 'TR338', 'TR340', 'TR387', 'TR389', 'TR390']),
  )
})
