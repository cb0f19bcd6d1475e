/** Bij welke aanbieders een indicatie op een dag toe te wijzen is, en of zij wel door het berichtenverkeer mag. */
import { inWoorden, type Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Codekeuze, codesVoor } from '#core/toewijzing/contractcode.ts'
import { isVoorbij } from '#core/toewijzing/voorbij.ts'
import { groepeer } from '#core/base/groepeer.ts'
import { type Aanbiedertarief, leesAanbiedersVoor } from '#storage/berichten/contracten.ts'
import { leesToewijzingenBij } from '#storage/berichten/toewijzingen.ts'
import { type Indicatierij, leesIndicatiesVanInwoner } from '#storage/indicaties.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { cataloguscode, geldigheid, leesClient, omvangVan, zoekIndicatie } from './bereid-voor.ts'
import { isIngetrokken } from './lees-toewijzingen.ts'
import { weigeringen } from './weigeringen.ts'
import { omvangzin } from './woorden.ts'

type Belemmering = { readonly code: string; readonly tekst: string; readonly watNu: string; readonly buitenom: boolean }
export type Aanbiederkeuze = {
  readonly agb: string
  readonly naam: string
  /** Waaruit te kiezen is; meestal één. `loopt`: hier loopt dit product al onder. */
  readonly codes: readonly (Codekeuze & { readonly loopt: boolean })[]
}
export type Toewijzingskeuzes = {
  readonly van: string | null
  readonly tot: string | null
  readonly omvang: string | null
  /** Waarom er nu geen bericht uit kan; `buitenom`: de opdracht mag wel buiten het berichtenverkeer. */
  readonly belemmering: Belemmering | null
  /** Met een contract voor dit product op de gevraagde dag. */
  readonly aanbieders: readonly Aanbiederkeuze[]
  /** Waarom er geen aanbieder te kiezen is. */
  readonly geenAanbieder: Omit<Belemmering, 'buitenom'> | null
}

export function leesToewijzingskeuzes(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  op?: Datum | undefined,
): Promise<Result<Toewijzingskeuzes, Weigering>> {
  return handel<Toewijzingskeuzes>(dienst, aanroep, async (w) => {
    const gevonden = await zoekIndicatie(w, id)
    if (!gevonden.ok) return gevonden
    const rij = gevonden.value
    const loopt = await geldigheid(w, rij)
    const client = await leesClient(w, rij.inwoner)
    const mag = looptNog(loopt, dienst.vandaag()) ?? (client.ok ? null : client.fout)
    const omvang = omvangVan(rij)
    const vraag = await contractvraag(w, rij)
    const tarieven = await leesAanbiedersVoor(w.tx, w.actor.gemeente, [vraag])
    const gevraagd = { ...vraag, dag: op ?? loopt?.van ?? dienst.vandaag(), eenheid: omvang?.eenheid ?? '' }
    const { aanbieders, geenAanbieder } = aanbiedersOp(gevraagd, tarieven)
    w.noteer({
      soort: 'lezen',
      inwoner: rij.inwoner,
      objecten: [{ soort: 'indicatie', id }],
      doel: 'toewijzing aan een aanbieder Wmo 2.6.4',
    })
    return ok({
      van: loopt?.van ?? null,
      tot: loopt?.tot ?? null,
      omvang: omvang && omvangzin({ Volume: omvang.volume, Eenheid: omvang.eenheid, Frequentie: omvang.frequentie }),
      belemmering: mag && alsBelemmering(mag),
      aanbieders: await metLopend(w, rij, aanbieders),
      geenAanbieder,
    })
  })
}

/** Waarom er van de indicatie zelf geen dag meer toe te wijzen is. */
function looptNog(loopt: Awaited<ReturnType<typeof geldigheid>>, vandaag: Datum): Weigering | null {
  if (loopt === null) return weigeringen.looptNiet
  return loopt.tot !== undefined && isVoorbij(loopt, vandaag) ? weigeringen.voorbij(loopt.tot) : null
}

const alsBelemmering = ({ code, tekst, watNu = '', huidig }: Weigering): Belemmering => ({
  code,
  tekst,
  watNu,
  buitenom: (huidig as { anders?: string } | undefined)?.anders === 'buiten_berichtenverkeer',
})

/** Onder welke code dit product bij wie nu loopt of nog ingaat, bij welke indicatie ook. */
async function metLopend(w: Werk, rij: Indicatierij, aanbieders: ReturnType<typeof aanbiedersOp>['aanbieders']): Promise<Aanbiederkeuze[]> {
  const { gemeente } = w.actor
  const zelfde = (await leesIndicatiesVanInwoner(w.tx, gemeente, rij.inwoner)).filter((r) => r.product === rij.product)
  const toewijzingen = await leesToewijzingenBij(
    w.tx,
    gemeente,
    zelfde.map((r) => r.id),
  )
  const vandaag = w.dienst.vandaag()
  const lopend = toewijzingen.filter(
    (t) => t.oordeel !== 'afgewezen' && !isIngetrokken(t) && (t.einddatum === null || t.einddatum >= vandaag),
  )
  return aanbieders.map(({ codes, ...a }) => ({
    ...a,
    codes: codes.map((c) => ({ ...c, loopt: lopend.some((t) => t.aanbieder === a.agb && t.code === c.code) })),
  }))
}

/** Waaraan de regels van een contract voor een indicatie te herkennen zijn. */
export type Contractvraag = { readonly product: string; readonly code: string | null }
export const contractvraag = async (w: Werk, rij: Indicatierij): Promise<Contractvraag> => ({
  product: rij.product,
  code: await cataloguscode(w, rij),
})

/** Wie dit op die dag met een contract kan leveren, of waarom niemand. `tarieven` mogen ook van andere producten zijn. */
export function aanbiedersOp(op: Contractvraag & { readonly dag: Datum; readonly eenheid: string }, tarieven: readonly Aanbiedertarief[]) {
  const regels = tarieven.filter((r) => r.catalogusproduct === op.product || r.code === op.code)
  const gevonden = [...groepeer(regels, (r) => r.aanbieder)].map(([agb, eigen]) => ({
    agb,
    naam: eigen[0]?.aanbiedernaam ?? agb,
    codes: codesVoor(op, eigen),
  }))
  const aanbieders = gevonden.flatMap(({ agb, naam, codes }) => (codes.ok ? [{ agb, naam, codes: codes.value }] : []))
  if (aanbieders.length > 0) return { aanbieders, geenAanbieder: null }
  const [eerste] = gevonden.flatMap(({ codes }) => (codes.ok ? [] : [codes.fout]))
  const { code, tekst, watNu = '' } = eerste ? weigeringen.vanCode(eerste, op.dag) : geenContract(op.code, op.dag)
  return { aanbieders, geenAanbieder: { code, tekst, watNu } }
}

const geenContract = (code: string | null, dag: Datum): Weigering => ({
  soort: 'regel',
  code: code === null ? 'IWMO_CODE_ONTBREEKT' : 'CONTRACT_ONTBREEKT',
  tekst: `Voor dit product is op ${inWoorden(dag)} met geen aanbieder een contract bekend.`,
  watNu: 'Vraag de contractmanager om het contract toe te voegen, met de iWmo-code van dit product.',
})
