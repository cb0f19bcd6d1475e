/** Optellen wat een wijziging doet met wat er loopt: bladzijden erin, aantallen eruit. Wat anders uitvalt gaat per bladzijde terug naar de aanroeper. */
import type { Overschrijving } from '#core/advies/advies.ts'
import { type Paar, type Tabeltelling, vatSamen } from '#core/advies/caseload-telling.ts'
import { type Kant, maakDoorrekening, type Situatie } from '#core/advies/doorrekening.ts'
import type { Datum } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { type Antwoordrij, bekendeWaarden, standVan } from '#core/dossier/onderzoek.ts'
import { stapeluitkomst, stapeluitkomsten } from '#core/indicatie/doorrekening.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import { looptijd } from '#core/indicatie/looptijd.ts'
import { maakStapelingstoets } from '#core/indicatie/stapeling.ts'
import type { LopendAntwoord, LopendeIndicatie, LopendOnderzoek } from '#storage/lopend.ts'

export type Deeluitkomst = {
  readonly aantal: number
  readonly overgeslagen: number
  readonly tabellen: Readonly<Record<string, Tabeltelling>>
}
export type Simulatieuitkomst = {
  /** Open onderzoeken, met de antwoorden van nu. */
  readonly onderzoeken: Deeluitkomst
  /** Lopende indicaties, elk met de situatie waarop zij is vastgesteld en alleen voor haar eigen tabel. */
  readonly indicaties: Deeluitkomst
  /** Inwoners met twee of meer lopende indicaties: past het samen? */
  readonly stapeling: { readonly inwoners: number } & Tabeltelling
}

/** De catalogusversie waarin een geval beantwoord is. */
export type Catalogusbij = (hash: string) => Catalogus

/** Wat er anders uitvalt: een onderzoek, een indicatie, of bij stapeling een inwoner. */
export type Simulatiegeval = {
  readonly deel: 'onderzoeken' | 'indicaties' | 'stapeling'
  /** Leeg bij stapeling. */
  readonly tabel: string
  readonly van: string
  readonly naar: string
  readonly id: string
}

export type Gemeentedoorrekening = {
  voegOnderzoekenToe(onderzoeken: readonly LopendOnderzoek[], bij: Catalogusbij): Simulatiegeval[]
  /** Alle indicaties van een inwoner staan bij elkaar in één bladzijde. */
  voegIndicatiesToe(indicaties: readonly LopendeIndicatie[], bij: Catalogusbij): Simulatiegeval[]
  uitkomst(): Simulatieuitkomst
}

export function maakGemeentedoorrekening(nu: Kant, straks: Kant, vanaf: Datum): Gemeentedoorrekening {
  const onderzoek = maakDeel('onderzoeken', nu, straks)
  const indicatie = maakDeel('indicaties', nu, straks)
  const [toetsNu, toetsStraks] = [nu, straks].map(({ catalogus, keuze }) => maakStapelingstoets(catalogus, keuze)) as [
    ReturnType<typeof maakStapelingstoets>,
    ReturnType<typeof maakStapelingstoets>,
  ]
  const stapelingen = new Map<string, Paar>()
  let inwoners = 0
  return {
    voegOnderzoekenToe: (rijen, bij) =>
      onderzoek.voegToe(
        rijen.map((r) => ({ ...r, situatie: situatieVan(r.antwoorden) })),
        bij,
      ),
    voegIndicatiesToe(rijen, bij) {
      const lopend = lopendeVan(rijen, vanaf)
      const gevallen = indicatie.voegToe(
        lopend.map(({ rij }) => ({ ...rij, situatie: gevalVan(rij) })),
        bij,
      )
      const per = new Map<string, Indicatie[]>()
      for (const { rij, periode } of lopend)
        voegBij(per, rij.inwoner, { id: rij.id, product: rij.product, ...periode, ...(rij.leveringsvorm === 'pgb' && { pgb: true }) })
      for (const [id, samen] of per) {
        if (samen.length < 2) continue
        inwoners++
        const [van, naar] = [stapeluitkomst(toetsNu, samen, vanaf), stapeluitkomst(toetsStraks, samen, vanaf)]
        const sleutel = `${van} ${naar}`
        stapelingen.set(sleutel, { van, naar, aantal: (stapelingen.get(sleutel)?.aantal ?? 0) + 1 })
        if (van !== naar) gevallen.push({ deel: 'stapeling', tabel: '', van, naar, id })
      }
      return gevallen
    },
    uitkomst: () => ({
      onderzoeken: onderzoek.uitkomst(),
      indicaties: indicatie.uitkomst(),
      stapeling: { inwoners, ...vatSamen([...stapelingen.values()], stapeluitkomsten, stapeluitkomsten) },
    }),
  }
}

/** Wat op of na `vanaf` nog loopt, met de looptijd die uit zijn gebeurtenissen volgt. */
export const lopendeVan = (rijen: readonly LopendeIndicatie[], vanaf: Datum) =>
  rijen.flatMap((rij) => {
    const periode = looptijd(periodeVan(rij), rij.feiten as readonly Omit<Gebeurtenis, 'gegevens'>[])
    return periode && (periode.tot === undefined || periode.tot >= vanaf) ? [{ rij, periode }] : []
  })

/** De situatie waarop een indicatie is vastgesteld, alleen voor haar eigen tabel; null als er geen advies bij ligt. */
export const gevalVan = ({ geval, tabel }: LopendeIndicatie): Situatie | null =>
  geval === null ? null : { ...(geval as unknown as Situatie), tabel }
const periodeVan = ({ van, tot }: LopendeIndicatie) => (tot === null ? { van: van as Datum } : { van: van as Datum, tot: tot as Datum })

function voegBij<T>(per: Map<string, T[]>, sleutel: string, waarde: T): void {
  const rij = per.get(sleutel)
  if (rij) rij.push(waarde)
  else per.set(sleutel, [waarde])
}

type Geval = { readonly id: string; readonly catalogus: string; readonly hash: string; readonly situatie: Situatie | null }

/** Telt gevallen per versie waarin zij beantwoord zijn; zonder situatie of uit een andere catalogus worden ze overgeslagen. */
function maakDeel(deel: 'onderzoeken' | 'indicaties', nu: Kant, straks: Kant) {
  const telling = maakDoorrekening(nu, straks)
  const hier = nu.catalogus.catalogus.id
  let aantal = 0
  let overgeslagen = 0
  return {
    voegToe(gevallen: readonly Geval[], bij: Catalogusbij): Simulatiegeval[] {
      aantal += gevallen.length
      const per = new Map<string, { id: string; situatie: Situatie }[]>()
      for (const g of gevallen) {
        if (g.situatie === null || g.catalogus !== hier) overgeslagen++
        else voegBij(per, g.hash, { id: g.id, situatie: g.situatie })
      }
      return [...per].flatMap(([hash, samen]) =>
        telling
          .tel(
            bij(hash),
            samen.map((g) => g.situatie),
          )
          .map(({ plek, ...verandering }) => ({ deel, ...verandering, id: samen[plek]?.id as string })),
      )
    },
    uitkomst(): Deeluitkomst {
      const { tabellen, overgeslagen: apart } = telling.uitkomst()
      return { aantal, overgeslagen: overgeslagen + apart, tabellen }
    },
  }
}

/** De situatie van nu uit alle antwoordrijen, met dezelfde regels als het dossier. */
export function situatieVan(rijen: readonly LopendAntwoord[]): Situatie {
  const stand = standVan(rijen as readonly (LopendAntwoord & Antwoordrij)[])
  const overschrijvingen = [...stand.overschrijvingen].flatMap(([naam, { waarde }]) =>
    typeof waarde === 'string' ? [[naam, { waarde, motivering: '-' }] as const] : [],
  )
  return { antwoorden: bekendeWaarden(stand.antwoorden), overschrijvingen: Object.fromEntries<Overschrijving>(overschrijvingen) }
}
