/** Antwoorden van gespeelde aanbieders laten komen: één bericht, het eerstvolgende, wat nu aan de beurt is, of alles wat nog komt. */
import { ok, type Result } from '#core/base/result.ts'
import type { Gepland } from '#simulator/oefenplan.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { leesOefenplan } from './oefenplan.ts'
import { eisProefgemeente, type Spel, speelAntwoord } from './speel-antwoord.ts'

/** `bericht`: alleen dat ene, op zijn beurt of niet. */
export type Ronde = { readonly wat: 'bericht' | 'volgende' | 'aan_de_beurt' | 'alles'; readonly bericht?: string | undefined }
export type Rondeverslag = {
  readonly gespeeld: number
  /** Wat intussen al beantwoord was. */
  readonly overgeslagen: number
  /** Wat er van deze ronde nog over is: een ronde is niet langer dan een mens wil wachten. */
  readonly over: number
}
const PER_RONDE = 50

export async function speelRonde(dienst: Dienst, aanroep: Aanroep, ronde: Ronde): Promise<Result<Rondeverslag, Weigering>> {
  const gekozen = await handel<{ spelen: readonly Spel[]; over: number }>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_oefenen')
    if (!mag.ok) return mag
    const proef = await eisProefgemeente(w)
    if (!proef.ok) return proef
    const alle = kies((await leesOefenplan(w)).plan, ronde, w.nu.getTime())
    if (alle.length === 0) return nietsTeSpelen
    const spelen = alle.slice(0, PER_RONDE).map((g) => ({ bericht: g.id, code: g.code, dubbel: g.gedrag.dubbel }))
    w.noteer({ soort: 'wijzigen', objecten: spelen.map((s) => ({ soort: 'bericht', id: s.bericht })), doel: 'oefenen: ronde gespeeld' })
    return ok({ spelen, over: alle.length - spelen.length })
  })
  if (!gekozen.ok) return gekozen
  const { idempotentie: _, ...spelend } = aanroep
  let gespeeld = 0
  for (const spel of gekozen.value.spelen) if ((await speelAntwoord(dienst, spelend, spel)).ok) gespeeld++
  return ok({ gespeeld, overgeslagen: gekozen.value.spelen.length - gespeeld, over: gekozen.value.over })
}

function kies(plan: readonly Gepland[], { wat, bericht }: Ronde, nu: number): readonly Gepland[] {
  const komt = plan.filter((g) => g.op !== null)
  switch (wat) {
    case 'bericht':
      return komt.filter((g) => g.id === bericht)
    case 'volgende':
      return komt.slice(0, 1)
    case 'aan_de_beurt':
      return komt.filter((g) => (g.op ?? 0) <= nu)
    case 'alles':
      return komt
  }
}

const nietsTeSpelen = weiger({
  soort: 'regel',
  code: 'NIETS_TE_SPELEN',
  tekst: 'Er is nu geen antwoord dat kan komen.',
  watNu: 'Wijs hulp toe aan een aanbieder, of draag een aanbieder op om te antwoorden.',
})
