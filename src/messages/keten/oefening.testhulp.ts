/** Eén kant van de keten in het geheugen: eerdere berichten sturen, en dan zien wat er met het volgende gebeurt. */
import { expect, it } from 'vitest'
import { type GelezenBericht, leesBericht } from '../codec.ts'
import { ketenregels, type KetenregelId } from '../iwmo-3-2/keten/regels.ts'
import type { Berichtwaarden, WMO301, WMO323 } from '../iwmo-3-2/release.ts'
import { schrijfBericht } from '../schrijf.ts'
import { BSN, toegewezen, voorbeelden } from '../voorbeelden.testhulp.ts'
import type { Partij } from '../vorm.ts'
import type { Contractproduct } from './contract.ts'
import { type Buitenwereld, contractsleutel, maakStand, type Stand } from './geheugen.ts'
import { type Ketenkeuzes, standaardkeuzes } from './keuzes.ts'
import { ontvang, type Ontvangst } from './ontvang.ts'

export const PARTIJEN = { gemeente: '9990', aanbieder: '98765432' }
export const SYSTEEMDATUM = '2026-02-20'

type Naam = keyof typeof voorbeelden
export type Zending = { readonly naam: Naam; readonly waarde: Berichtwaarden[Naam] }
type Wijziging<N extends Naam> = (bericht: Berichtwaarden[N]) => unknown

/** Een bericht uit de voorbeelden, met iets veranderd. */
export function stuur<N extends Naam>(naam: N, wijzig: Wijziging<N> = () => undefined): Zending {
  const waarde = voorbeelden[naam]() as Berichtwaarden[N]
  waarde.Header.BerichtIdentificatie.Identificatie = AUTOMATISCH
  wijzig(waarde)
  return { naam, waarde }
}
const AUTOMATISCH = '?'

export type Omgeving = {
  readonly rol?: Partij
  readonly systeemdatum?: string
  readonly keuzes?: Partial<Ketenkeuzes>
  readonly contract?: readonly Contractproduct[]
  readonly gemeenten?: Buitenwereld['gemeenten']
}
export type Oefening = { readonly stand: Stand; readonly verwerk: (zending: Zending) => Promise<Ontvangst> }

export function maakOefening(om: Omgeving = {}): Oefening {
  const rol = om.rol ?? 'gemeente'
  const contracten = om.contract === undefined ? undefined : new Map([[contractsleutel(PARTIJEN), om.contract]])
  const stand = maakStand({ contracten, gemeenten: om.gemeenten })
  let nummer = 0
  return {
    stand,
    verwerk: async ({ naam, waarde }) => {
      nummer++
      const kenmerk = waarde.Header.BerichtIdentificatie
      if (kenmerk.Identificatie === AUTOMATISCH) kenmerk.Identificatie = `B${nummer}`
      const uitkomst = await ontvang(alsBytes(naam, waarde), {
        bron: stand,
        wij: { rol, partij: PARTIJEN[rol] },
        systeemdatum: om.systeemdatum ?? SYSTEEMDATUM,
        eigen: { identificatie: `RET${nummer}`, dagtekening: om.systeemdatum ?? SYSTEEMDATUM },
        keuzes: { ...standaardkeuzes, ...om.keuzes },
      })
      for (const feiten of 'feiten' in uitkomst ? uitkomst.feiten : []) stand.neem(feiten)
      return uitkomst
    },
  }
}

export function alsBytes<N extends keyof Berichtwaarden>(naam: N, waarde: Berichtwaarden[N]): Uint8Array {
  const xml = schrijfBericht(naam, waarde)
  if (!xml.ok) throw new Error(JSON.stringify(xml.fout))
  return new TextEncoder().encode(xml.value)
}

/** Leest een bericht dat goed moet zijn. */
export function vanBytes(bytes: Uint8Array): GelezenBericht {
  const gelezen = leesBericht(bytes)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return gelezen.value
}

/** Alle eerdere berichten moeten zijn aangenomen, dan het bericht waar het om gaat. */
async function speel(eerder: readonly Zending[], zending: Zending, om: Omgeving): Promise<Extract<Ontvangst, { soort: 'beoordeeld' }>> {
  const oefening = maakOefening(om)
  for (const bericht of eerder) {
    const uitkomst = await oefening.verwerk(bericht)
    if (uitkomst.soort === 'beoordeeld') expect(uitkomst.retourcodes).toEqual([])
    else expect(uitkomst.soort).toBe('eigen')
  }
  const uitkomst = await oefening.verwerk(zending)
  if (uitkomst.soort !== 'beoordeeld') throw new Error(`niet beoordeeld: ${JSON.stringify(uitkomst)}`)
  keurRetour(uitkomst)
  return uitkomst
}

/** Het retourbericht voldoet zelf aan het schema en draagt precies de codes van de bevindingen. */
function keurRetour({ retour, retourcodes }: Extract<Ontvangst, { soort: 'beoordeeld' }>): void {
  if (retour === null) return
  expect(leesBericht(alsBytes(retour.naam, retour.waarde)).ok).toBe(true)
  const inRetour = JSON.stringify(retour.waarde)
  for (const { code } of retourcodes) if (code !== null) expect(inRetour).toContain(`"${code}"`)
}

export const ketengoed = (id: KetenregelId, tekst: string, eerder: readonly Zending[], zending: Zending, om: Omgeving = {}): void =>
  it(`${id} goed: ${zending.naam} ${tekst}`, async () => {
    const { retourcodes } = await speel(eerder, zending, om)
    expect(retourcodes.map((r) => r.regel)).not.toContain(id)
  })

/** `klasse` is waar de code hoort; `ook` zijn andere regels die in dit voorbeeld terecht meedoen. */
export const ketenmis = (
  id: KetenregelId,
  klasse: string,
  tekst: string,
  eerder: readonly Zending[],
  zending: Zending,
  om: Omgeving & { readonly ook?: readonly KetenregelId[] } = {},
): void =>
  it(`${id} fout: ${zending.naam} ${tekst}`, async () => {
    const { retourcodes } = await speel(eerder, zending, om)
    const van = retourcodes.filter((r) => r.regel === id)
    expect(van.length).toBeGreaterThan(0)
    for (const bevinding of van) expect(bevinding).toMatchObject({ klasse, code: ketenregels[id].code })
    expect(new Set(retourcodes.map((r) => r.regel))).toEqual(new Set([id, ...(om.ook ?? [])]))
  })

type Toegewezen = WMO301['Client']['ToegewezenProducten']['ToegewezenProduct'][number]
/** Toewijzing 1: drie uur per week, heel 2026. */
export const toewijzing = (anders: Partial<Toegewezen> = {}): Toegewezen => ({
  ...toegewezen(anders.ToewijzingNummer ?? 1),
  Product: { Categorie: '02', Code: '02A01' },
  Toewijzingsdatum: '2025-12-15',
  Ingangsdatum: '2026-01-01',
  ...anders,
})
/** Een 301 met precies deze toewijzingen. */
export const wijsToe = (...anders: Partial<Toegewezen>[]): Zending =>
  stuur('WMO301', (m) => (m.Client.ToegewezenProducten.ToegewezenProduct = (anders.length > 0 ? anders : [{}]).map((a) => toewijzing(a))))

export type Regel = WMO323['Declaratie']['Clienten']['Client'][number]['Prestaties']['Prestatie'][number]
/** Een declaratieregel: twaalf uur in januari op toewijzing 1, tegen 62,50. */
export const regel = (nummer: string, anders: Partial<Regel> = {}): Regel => {
  const volume = anders.GeleverdVolume ?? 12
  return {
    ProductReferentie: { ReferentieNummer: nummer },
    ToewijzingNummer: 1,
    ProductCategorie: '02',
    ProductCode: '02A01',
    ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' },
    GeleverdVolume: volume,
    Eenheid: '04',
    ProductTarief: 6250,
    IngediendBedrag: { Bedrag: volume * (anders.ProductTarief ?? 6250), DebetCredit: 'D' },
    ...anders,
  }
}
export const credit = (nummer: string, van: Regel, anders: Partial<Regel> = {}): Regel => ({
  ...van,
  ProductReferentie: { ReferentieNummer: nummer, VorigReferentieNummer: van.ProductReferentie.ReferentieNummer },
  IngediendBedrag: { ...van.IngediendBedrag, DebetCredit: 'C' },
  ...anders,
})

/** Een declaratie met deze regels van één cliënt; het totaal klopt vanzelf. */
export const declareer = (nummer: string, regels: readonly Regel[], wijzig: Wijziging<'WMO323'> = () => undefined): Zending =>
  stuur('WMO323', (m) => {
    m.Declaratie.DeclaratieNummer = nummer
    m.Declaratie.Clienten.Client = [{ Bsn: BSN, Prestaties: { Prestatie: [...regels] } }]
    wijzig(m)
    m.Declaratie.TotaalIngediendBedrag = totaalVan(m)
  })

function totaalVan(m: WMO323): WMO323['Declaratie']['TotaalIngediendBedrag'] {
  const bedragen = m.Declaratie.Clienten.Client.flatMap((c) => c.Prestaties.Prestatie.map((p) => p.IngediendBedrag))
  const som = bedragen.reduce((tot, b) => tot + (b.DebetCredit === 'D' ? b.Bedrag : -b.Bedrag), 0)
  return { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' }
}
