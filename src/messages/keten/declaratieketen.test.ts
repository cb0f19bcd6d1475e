/** Debet, credit en correctie door elkaar, over meer declaraties: wat er ook komt, deze uitspraken blijven waar. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leesBericht } from '../codec.ts'
import { beoordeelKeten, vraagVan } from '../iwmo-3-2/keten/beoordeel.ts'
import type { Bevonden } from '../iwmo-3-2/keten/context.ts'
import { maakNummers } from '../iwmo-3-2/keten/nummers.ts'
import { Regelreeks } from '../iwmo-3-2/keten/regelreeks.ts'
import { beoordeelRegels, vraagRegels } from '../iwmo-3-2/keten/wmo323.ts'
import { ANDER_BSN } from '../voorbeelden.testhulp.ts'
import { type BekendePrestatie, haalFeiten } from './bron.ts'
import { standaardkeuzes } from './keuzes.ts'
import {
  alsBytes,
  credit,
  declareer,
  maakOefening,
  type Oefening,
  PARTIJEN,
  type Regel,
  regel,
  SYSTEEMDATUM,
  wijsToe,
  type Zending,
} from './oefening.testhulp.ts'

const perioden = [
  ['2025-10-07', '2025-10-31'],
  ['2025-11-01', '2025-11-30'],
  ['2025-12-01', '2025-12-30'],
] as const
/** Dertien weken van drie uur, of een totaal waar drie volle perioden niet in passen. */
const omvangen = [
  { maximum: 39, omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' } },
  { maximum: 30, omvang: { Volume: 30, Eenheid: '04', Frequentie: '6' } },
] as const

type Zet = {
  readonly soort: 'debet' | 'credit'
  readonly periode: number
  readonly volume: number
  readonly doel: number
  readonly scheef: boolean
}
const zet: fc.Arbitrary<Zet> = fc.record({
  soort: fc.constantFrom('debet', 'debet', 'credit'),
  periode: fc.nat(2),
  volume: fc.integer({ min: 1, max: 17 }),
  doel: fc.nat(8),
  scheef: fc.boolean(),
})

/** Een regel met een vrij nummer; een credit wijst naar een eerder nummer, soms met een ander volume. */
function maakRegel(z: Zet, nummer: number, eerder: readonly Regel[]): Regel {
  const [Begindatum, Einddatum] = perioden[z.periode] ?? perioden[0]
  const doel = eerder[z.doel % Math.max(eerder.length, 1)]
  if (z.soort === 'debet' || doel === undefined)
    return regel(`R${nummer}`, { GeleverdVolume: z.volume, ProductPeriode: { Begindatum, Einddatum } })
  return credit(`R${nummer}`, z.scheef ? { ...doel, GeleverdVolume: doel.GeleverdVolume + 1 } : doel)
}

/** Wat niveau 2 in één bericht niet toelaat valt weg: dubbel debet, dubbele credit, credit van een regel uit hetzelfde bericht. */
function toegestaan(regels: readonly Regel[]): Regel[] {
  const sleutel = (r: Regel) =>
    r.IngediendBedrag.DebetCredit === 'D' ? r.ProductPeriode.Begindatum : `C ${r.ProductReferentie.VorigReferentieNummer}`
  return regels.filter((r, i) => regels.findIndex((s) => sleutel(s) === sleutel(r)) === i)
}

const alle = (oefening: Oefening): readonly BekendePrestatie[] => oefening.stand.momentopname(PARTIJEN).prestaties
const isToegekend = (p: BekendePrestatie) => p.status === 'toegekend'

function keur(regels: readonly BekendePrestatie[], maximum: number): void {
  const toegekend = regels.filter(isToegekend)
  const som = toegekend.reduce((tot, p) => tot + (p.dc === 'D' ? p.volume : -p.volume), 0)
  expect(som).toBeGreaterThanOrEqual(0)
  expect(som).toBeLessThanOrEqual(maximum)
  const credits = toegekend.filter((p) => p.dc === 'C')
  const debets = new Map(toegekend.filter((p) => p.dc === 'D').map((p) => [p.referentie, p]))
  // Elke credit hoort bij precies één toegekende debetregel met dezelfde gegevens.
  expect(new Set(credits.map((c) => c.vorige)).size).toBe(credits.length)
  for (const c of credits) {
    const { volume, bedrag, van, tot } = debets.get(c.vorige ?? '') ?? {}
    expect({ volume, bedrag, van, tot }).toEqual({ volume: c.volume, bedrag: c.bedrag, van: c.van, tot: c.tot })
  }
  // Per periode staat er hooguit één debetregel open.
  const open = [...debets.values()].filter((p) => !p.isGecrediteerd).map((p) => p.van)
  expect(new Set(open).size).toBe(open.length)
}

it('nooit te veel, nooit dubbel, en elke credit heeft haar debet', async () => {
  let toegekend = 0
  let afgewezen = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...omvangen),
      fc.array(fc.array(zet, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async ({ maximum, omvang: Omvang }, declaraties) => {
        const oefening = maakOefening()
        await oefening.verwerk(wijsToe({ Ingangsdatum: '2025-10-07', Einddatum: '2025-12-30', Toewijzingsdatum: '2025-10-01', Omvang }))
        const ingediend: Regel[] = []
        let nummer = 0
        for (const [i, zetten] of declaraties.entries()) {
          const regels = toegestaan(zetten.map((z) => maakRegel(z, nummer++, ingediend)))
          const uitkomst = await oefening.verwerk(declareer(`D${i}`, regels))
          if (uitkomst.soort !== 'beoordeeld') throw new Error(uitkomst.soort)
          // Alles hier komt tot niveau 3: een 0001 zou betekenen dat deze test niets meer toetst.
          expect(uitkomst.retourcodes.map((r) => r.code)).not.toContain('0001')
          ingediend.push(...regels)
          keur(alle(oefening), maximum)
        }
        toegekend += alle(oefening).filter(isToegekend).length
        afgewezen += alle(oefening).filter((p) => !isToegekend(p)).length
      },
    ),
    { seed: 71, numRuns: 60 },
  )
  // Beide komen genoeg voor om iets te zeggen.
  expect(Math.min(toegekend, afgewezen)).toBeGreaterThan(50)
})

it('de oordelen van twee cliënten in één bericht hangen niet van elkaar af', async () => {
  const los = async (zending: Zending) => {
    const oefening = maakOefening()
    await oefening.verwerk(wijsToe())
    const tweede = wijsToe({ ToewijzingNummer: 2 })
    if ('Client' in tweede.waarde) tweede.waarde.Client.Bsn = ANDER_BSN
    await oefening.verwerk(tweede)
    const uitkomst = await oefening.verwerk(zending)
    return uitkomst.soort === 'beoordeeld' ? uitkomst.retourcodes : []
  }
  const een = [regel('R1', { GeleverdVolume: 99 }), regel('R2', { ProductCode: '02A09', GeleverdVolume: 1 })]
  const ander = [regel('S1', { ToewijzingNummer: 2 }), regel('S2', { ToewijzingNummer: 2, ProductCategorie: '03', GeleverdVolume: 1 })]
  const voor = (bsn: string, regels: Regel[]) => ({ Bsn: bsn, Prestaties: { Prestatie: regels } })
  const alleen = async (clienten: ReturnType<typeof voor>[]) => los(declareer('D1', [], (m) => (m.Declaratie.Clienten.Client = clienten)))
  const samen = await alleen([voor('999990019', een), voor(ANDER_BSN, ander)])
  expect(samen).toEqual([...(await alleen([voor('999990019', een)])), ...(await alleen([voor(ANDER_BSN, ander)]))])
  expect(samen.map((r) => `${r.sleutel} ${r.code}`)).toEqual(['R1 9321', 'R2 9340', 'S2 9339'])
})

it('een declaratie in delen beoordelen geeft hetzelfde als in één keer', async () => {
  const oefening = maakOefening()
  await oefening.verwerk(wijsToe())
  const tweede = wijsToe({ ToewijzingNummer: 2 })
  if ('Client' in tweede.waarde) tweede.waarde.Client.Bsn = ANDER_BSN
  await oefening.verwerk(tweede)
  const client = (Bsn: string, ...regels: Regel[]) => ({ Bsn, Prestaties: { Prestatie: regels } })
  const zending = declareer('D1', [], (m) => {
    m.Declaratie.Clienten.Client = [
      client('999990019', regel('R1', { GeleverdVolume: 99 })),
      client(ANDER_BSN, regel('R1', { ToewijzingNummer: 2 }), regel('R2', { ToewijzingNummer: 2, ProductCategorie: '03' })),
      client('999990032', regel('R3', { ToewijzingNummer: 3 })),
    ]
  })
  zending.waarde.Header.BerichtIdentificatie.Identificatie = 'D'
  const gelezen = leesBericht(alsBytes(zending.naam, zending.waarde))
  if (!gelezen.ok || gelezen.value.naam !== 'WMO323') throw new Error('onleesbaar')
  const { waarde } = gelezen.value
  const vraag = vraagVan(gelezen.value)
  const om = { keuzes: standaardkeuzes, systeemdatum: SYSTEEMDATUM }
  const ineens = beoordeelKeten(gelezen.value, { ...om, feiten: await haalFeiten(oefening.stand, vraag) })
  const eindePeriode = waarde.Declaratie.DeclaratiePeriode.Einddatum
  const eerder: ReadonlySet<string>[] = []
  const inDelen: Bevonden[] = []
  for (const een of waarde.Declaratie.Clienten.Client) {
    const reeks = Regelreeks.van([een])
    const feiten = await haalFeiten(oefening.stand, { partijen: vraag.partijen, sleutel: vraag.sleutel, ...vraagRegels(reeks) })
    const nummers = maakNummers(...eerder)
    const stappen = [...beoordeelRegels(reeks, { context: { ...om, feiten }, eindePeriode, nummers }, 1)]
    // Ook midden in een cliënt kan er iets anders voorgaan: na elke regel van wie bekend is, na de cliënt, en aan het eind.
    const bekend = feiten.bekendeClienten.has(een.Bsn) ? een.Prestaties.Prestatie.length : 0
    expect(stappen).toHaveLength(bekend + 2)
    expect(stappen.flatMap(({ clienten }) => clienten)).toEqual([een])
    inDelen.push(...stappen.flatMap(({ bevonden }) => bevonden))
    eerder.push(new Set(reeks.referentie))
  }
  expect(inDelen).toEqual(ineens)
  expect(ineens.map((b) => `${b.sleutel} ${b.regel}`)).toEqual(['R1 TR321', 'R1 TR314', 'R2 TR339', '999990032 TR304'])
})
