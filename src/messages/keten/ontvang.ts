/**
 * Eén bericht van buiten, van bytes tot antwoord: schema, regels in het bericht, regels over berichten heen, retourbericht en
 * feiten. Schrijft niets weg: wie dit aanroept legt feiten en antwoord samen vast.
 */
import type { GelezenBericht } from '../codec.ts'
import type { controleerEnLees } from '../controleer.ts'
import { isAangenomen, type Oordeel } from '../controleer-stroom.ts'
import { beoordeelKeten, vraagVan } from '../iwmo-3-2/keten/beoordeel.ts'
import type { Bevonden } from '../iwmo-3-2/keten/context.ts'
import { feitenUit, partijenVan } from '../iwmo-3-2/keten/omzetten.ts'
import { gelezenCodes, type Retourregel } from '../iwmo-3-2/keten/gelezen-codes.ts'
import { codeVan } from '../iwmo-3-2/keten/regels.ts'
import { type Eigen, maakRetour, type Retourbericht, type Uitslag } from '../iwmo-3-2/keten/retour.ts'
import { iwmo32 } from '../iwmo-3-2/release.ts'
import type { Partij } from '../vorm.ts'
import type { Plaatsfout } from '../xml.ts'
import { type Bron, haalFeiten } from './bron.ts'
import type { Berichtfeiten, Berichtsleutel } from './feit.ts'
import { type Ketenkeuzes, standaardkeuzes } from './keuzes.ts'

/** Wie wij zijn: onze rol, en onze gemeentecode of AGB-code. */
export type Wij = { readonly rol: Partij; readonly partij: string }

export type Omstandigheden = {
  readonly bron: Bron
  readonly wij: Wij
  readonly systeemdatum: string
  /** Waarmee wij een antwoord merken. */
  readonly eigen: Eigen
  readonly keuzes?: Ketenkeuzes
}

export type Ontvangst =
  /** Voldoet niet aan het schema: er komt geen retourbericht maar een foutverslag. */
  | { readonly soort: 'niveau1'; readonly bericht: string | null; readonly fouten: readonly Plaatsfout[] }
  /** Niet van of voor ons. */
  | { readonly soort: 'vreemd'; readonly bericht: string }
  /** Ons eigen heenbericht of retourbericht: het is verzonden, en zo telt het. */
  | { readonly soort: 'eigen'; readonly bericht: string; readonly feiten: readonly Berichtfeiten[] }
  /** Een retourbericht op iets van ons. */
  | {
      readonly soort: 'retour'
      readonly bericht: string
      /** Het heenbericht waar dit over gaat, en of wij dat kennen. */
      readonly over: Berichtsleutel
      readonly isBekend: boolean
      readonly uitkomst: 'geaccepteerd' | 'afgewezen'
      readonly retourcodes: readonly Retourregel[]
      readonly feiten: readonly Berichtfeiten[]
    }
  | {
      readonly soort: 'beoordeeld'
      readonly bericht: string
      readonly uitkomst: Uitkomst
      readonly retourcodes: readonly Retourregel[]
      readonly retour: Retourbericht | null
      readonly feiten: readonly Berichtfeiten[]
    }
export type Uitkomst = 'geaccepteerd' | 'afgewezen' | 'deels'

/** Beoordeelt een bericht dat binnenkomt, of herkent het als iets van onszelf. */
export async function ontvang(bytes: Uint8Array, om: Omstandigheden): Promise<Ontvangst> {
  // Pas laden als het nodig is: wie een groot bestand als stroom leest heeft libxml2 niet nodig.
  const { controleerEnLees } = await import('../controleer.ts')
  return ontvangGelezen(controleerEnLees(bytes), om)
}

export type Gelezen = ReturnType<typeof controleerEnLees>

/** Hetzelfde, als het bericht al op niveau 1 en 2 gecontroleerd is. */
export async function ontvangGelezen({ oordeel, bericht }: Gelezen, om: Omstandigheden): Promise<Ontvangst> {
  if (bericht === null) return { soort: 'niveau1', bericht: oordeel.bericht, fouten: oordeel.niveau1.fouten }
  const { naam } = bericht
  const richting = richtingVan(bericht, om.wij)
  if (richting === 'vreemd') return { soort: 'vreemd', bericht: naam }
  if (richting === 'uit') return { soort: 'eigen', bericht: naam, feiten: [feitenUit(bericht)] }
  if (isZonderOordeel(bericht)) return gekoppeld(bericht, om.bron)
  const uitslag = await uitslagVan(bericht, oordeel, om)
  return beoordeeld(bericht, uitslag, oordeel, { ...om, nummer: await nummerstand(bericht, uitslag, om.bron) })
}

/** Of er al een bericht met deze Identificatie is, en of dit bericht dan toch telt (TR056). */
export async function nummerstand(bericht: GelezenBericht, uitslag: Uitslag, bron: Bron): Promise<Nummerstand> {
  const { partijen, sleutel } = vraagVan(bericht)
  if ((await bron.berichten(partijen, sleutel.naam, [sleutel.identificatie])).length === 0) return 'nieuw'
  const magOpnieuw = uitslag.niveau === 3 && !uitslag.bevindingen.some((b) => b.regel === 'TR056')
  return magOpnieuw ? 'vervangt' : 'dubbel'
}
export type Nummerstand = 'nieuw' | 'vervangt' | 'dubbel'

/** Een retourbericht wordt gekoppeld, niet beoordeeld; het antwoord op een declaratie wel (TR337 en verder). */
const isZonderOordeel = ({ naam, beschreven }: GelezenBericht): boolean => beschreven.bericht.retourOp !== undefined && naam !== 'WMO325'

async function gekoppeld(bericht: GelezenBericht, bron: Bron): Promise<Ontvangst> {
  const { retourOp } = bericht.beschreven.bericht
  const { Header: header } = bericht.waarde
  const over = { naam: retourOp ?? '', afzender: header.Afzender, identificatie: header.BerichtIdentificatie.Identificatie }
  const bekend = await bron.berichten(partijenVan(bericht), over.naam, [over.identificatie])
  const retourcodes = gelezenCodes(bericht)
  const uitkomst = retourcodes.length === 0 ? 'geaccepteerd' : 'afgewezen'
  return { soort: 'retour', bericht: bericht.naam, over, isBekend: bekend.length > 0, uitkomst, retourcodes, feiten: [feitenUit(bericht)] }
}

/** Komt het bij ons binnen, gaat het van ons uit, of gaat het ons niet aan? */
export function richtingVan(bericht: GelezenBericht, { rol, partij }: Wij): 'in' | 'uit' | 'vreemd' {
  if (partijenVan(bericht)[rol] !== partij) return 'vreemd'
  return bericht.beschreven.bericht.van === rol ? 'uit' : 'in'
}

async function uitslagVan(bericht: GelezenBericht, oordeel: Oordeel, om: Omstandigheden): Promise<Uitslag> {
  if (!isAangenomen(oordeel)) return { niveau: 2 }
  const feiten = await haalFeiten(om.bron, vraagVan(bericht))
  const keuzes = om.keuzes ?? standaardkeuzes
  return { niveau: 3, bevindingen: beoordeelKeten(bericht, { feiten, keuzes, systeemdatum: om.systeemdatum }) }
}

type Beoordeling = { readonly eigen: Eigen; readonly nummer: Nummerstand }
function beoordeeld(bericht: GelezenBericht, uitslag: Uitslag, oordeel: Oordeel, { eigen, nummer }: Beoordeling): Ontvangst {
  const retour = maakRetour(bericht, uitslag, eigen)
  return {
    soort: 'beoordeeld',
    bericht: bericht.naam,
    uitkomst: uitkomstVan(bericht, uitslag, retour),
    retourcodes: uitslag.niveau === 2 ? opNiveau2(bericht, oordeel) : uitslag.bevindingen.map(naarRetourregel),
    retour,
    feiten:
      nummer === 'dubbel' ? [] : feitenVan(bericht, uitslag, retour).map((f) => (nummer === 'vervangt' ? { ...f, vervangt: true } : f)),
  }
}

export const naarRetourregel = ({ klasse, sleutel, regel }: Bevonden): Retourregel => ({ klasse, sleutel, code: codeVan(regel), regel })

export const opNiveau2 = ({ waarde }: GelezenBericht, { niveau2 }: Oordeel): Retourregel[] =>
  niveau2.retourcodes.flatMap(({ code, klasse, regels }) =>
    regels.map((regel) => ({ klasse, sleutel: waarde.Header.BerichtIdentificatie.Identificatie, code, regel })),
  )

function uitkomstVan(bericht: GelezenBericht, uitslag: Uitslag, retour: Retourbericht | null): Uitkomst {
  if (uitslag.niveau === 3 && uitslag.bevindingen.length === 0) return 'geaccepteerd'
  if (bericht.naam !== 'WMO323' || retour?.naam !== 'WMO325') return 'afgewezen'
  const terug = retour.waarde.DeclaratieAntwoord?.Clienten?.Client.reduce((som, c) => som + c.Prestaties.Prestatie.length, 0) ?? 0
  const ingediend = bericht.waarde.Declaratie.Clienten.Client.reduce((som, c) => som + c.Prestaties.Prestatie.length, 0)
  return terug > 0 && terug < ingediend ? 'deels' : 'afgewezen'
}

/**
 * Wat er vastligt: het bericht en het oordeel erover; niets als de Identificatie er al was, want dan zou de afwijzing het
 * eerdere bericht treffen. Een afgewezen declaratieantwoord zegt niets over de declaratie.
 */
function feitenVan(bericht: GelezenBericht, uitslag: Uitslag, retour: Retourbericht | null): readonly Berichtfeiten[] {
  const isAfgewezen = uitslag.niveau === 2 || uitslag.bevindingen.length > 0
  if (bericht.naam === 'WMO325') return isAfgewezen ? [] : [feitenUit(bericht)]
  return [feitenUit(bericht), ...(retour === null ? [] : [feitenUit(alsGelezen(retour))])]
}

/** Een bericht dat wij zelf maakten, alsof het gelezen was. */
export function alsGelezen({ naam, waarde }: Retourbericht): GelezenBericht {
  const bericht = iwmo32.berichten.find((b) => b.naam === naam)
  return { naam, waarde, beschreven: { release: iwmo32, bericht } } as GelezenBericht
}
