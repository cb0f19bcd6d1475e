/**
 * Het berichtenverkeer van een proefgemeente: echte toewijzingen en echte verwerking, met gespeelde aanbieders ertegenover, in de maanden
 * voor vandaag. Het blijft bij een handvol indicaties, hoe groot de gemeente ook is.
 */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { beginVanDag, naarMs } from '#core/base/tijdstip.ts'
import { maakAanbieder } from '#simulator/aanbieder.ts'
import { maakKeten } from '#simulator/keten.ts'
import type { Moment } from '#simulator/partij.ts'
import type { Scenario } from '#simulator/scenario.ts'
import { heeftContract, leesToewijsbaar } from '#storage/toewijsbaar.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { kiesScenario } from '../simulator/kies-scenario.ts'
import { proefaanbieders, sluitProefcontracten } from './proefcontract.ts'
import { maakProefspeler } from './proefspeler.ts'

/** Zo lang geleden begon het verkeer; tot vandaag komen er toewijzingen bij. */
const DAGEN = 90
/** De laatste aanbieder wordt door niemand gespeeld: die antwoordt dus niet. */
const gespeeld = proefaanbieders.slice(0, -1)

export type Verkeersopgave = { readonly gemeente: string; readonly indicaties: number; readonly zaad: number }

/**
 * Sluit de contracten, wijst een aantal indicaties toe en speelt wat daarop volgt. Geeft hoeveel er zijn toegewezen. Een gemeente die al
 * contracten heeft, heeft haar verkeer al gehad.
 */
export async function speelVerkeer(dienst: Dienst, { gemeente, indicaties, zaad }: Verkeersopgave): Promise<number> {
  const vandaag = dienst.vandaag()
  const ids = await alsSysteem(dienst, gemeente, async (tx) => {
    const geldend = await geldendeCatalogus(tx, gemeente, vandaag)
    if (!geldend.ok) return []
    if (await heeftContract(tx, gemeente)) return []
    await sluitProefcontracten(tx, gemeente, geldend.value.catalogus, dienst.nu())
    return leesToewijsbaar(tx, gemeente, vandaag, indicaties)
  })
  if (ids.length === 0) return 0
  const { aanbieder, netwerk } = await leesProefscenario()
  const klok = maakKlok(dienst.nu())
  const wij = await maakProefspeler({ ...dienst, nu: klok.nu, vandaag: klok.vandaag }, gemeente, vandaag)
  const aanbieders = gespeeld.map(({ agb }) => maakAanbieder(agb, aanbieder, zaad))
  const spelers = [wij, ...aanbieders]
  const keten = maakKeten({ ruis: netwerk, zaad, spelers: () => spelers, speler: (code) => spelers.find((s) => s.code === code) ?? null })
  for (let dag = 0; dag <= DAGEN; dag++) {
    const moment: Moment = { dag, vandaag: plusDagen(vandaag, dag - DAGEN) }
    klok.zet(moment.vandaag as Datum)
    for (const [plek, id] of ids.entries())
      if (dagVan(plek, ids.length) === dag) wij.plan(id, (proefaanbieders[plek % proefaanbieders.length] ?? proefaanbieders[0]).agb)
    await keten.speelDag(moment)
  }
  await wij.beantwoordRest()
  await wij.ontvangFouten()
  return wij.toegewezen()
}

/** Verdeeld over alle dagen; de laatste van vandaag, zodat er ook iets open staat. */
const dagVan = (plek: number, aantal: number): number => Math.floor((DAGEN * plek) / Math.max(aantal - 1, 1))

async function leesProefscenario(): Promise<Scenario> {
  const gelezen = await kiesScenario('proefgemeente')
  if (!gelezen.ok) throw new Error(`Het scenario van de proefgemeenten klopt niet: ${gelezen.fout.map((f) => f.tekst).join(' ')}`)
  return gelezen.value
}

/** Elke dag begint om negen uur, en elk bericht komt een paar tellen na het vorige; nooit later dan nu. */
function maakKlok(uiterlijk: Date) {
  let [dag, ms] = ['' as Datum, 0]
  return {
    zet: (nieuw: Datum) => {
      dag = nieuw
      ms = naarMs(beginVanDag(nieuw)) + 9 * 3_600_000
    },
    nu: () => new Date(Math.min((ms += 7_000), uiterlijk.getTime())),
    vandaag: () => dag,
  }
}
