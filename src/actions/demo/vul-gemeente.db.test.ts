import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groepeer } from '#core/base/groepeer.ts'
import type { Datum } from '#core/base/datum.ts'
import { type Json, leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { maakStapelingstoets } from '#core/indicatie/stapeling.ts'
import { parseBsn } from '#core/base/bsn.ts'
import { speelAf, standOp } from '#core/dossier/gebeurtenis.ts'
import { alsGebeurtenis } from '../onderzoek/indicatiebeeld.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { verzinBsn } from './verzonnen-persoon.ts'
import { vulProefomgeving } from './vul-proefomgeving.ts'
import { vulGemeente } from './vul-gemeente.ts'

let p: Proefwerkplek
beforeAll(async () => {
  p = await maakProefwerkplek()
  for (const { code } of p.gemeenten) await vulGemeente(p.dienst, p.app, { gemeente: code, inwoners: 150, seed: 7 }, () => undefined)
})
afterAll(() => p.sluit())

describe('een gevulde proefgemeente', () => {
  it('elke stand volgt uit de gebeurtenissen die erbij staan', async () => {
    const zaken = await p.eigenaar.selectFrom('zaak').select(['id', 'stand', 'gemeente', 'inwoner']).execute()
    const rijen = await p.eigenaar
      .selectFrom('gebeurtenis')
      .selectAll()
      .where('zaak', 'is not', null)
      .where('indicatie', 'is', null)
      .orderBy('id')
      .execute()
    // Iedereen heeft een zaak; wie iets naast het andere kreeg, heeft er twee.
    const perInwoner = groepeer(zaken, (z) => z.inwoner)
    expect(perInwoner.size).toBe(300)
    expect(new Set([...perInwoner.values()].map((z) => z.length))).toEqual(new Set([1, 2]))
    for (const zaak of zaken) {
      const eigen = rijen.filter((r) => r.zaak === zaak.id).map(alsGebeurtenis)
      expect(standOp('zaak', eigen, p.dienst.vandaag())?.stand).toBe(zaak.stand)
      expect(speelAf('zaak', eigen).ok).toBe(true)
    }
    expect(new Set(zaken.map((z) => z.stand)).size).toBe(6)
  })

  it('beide families komen voor, de meeste indicaties volgen het advies en een afwijking is gemotiveerd', async () => {
    const indicaties = await p.eigenaar.selectFrom('indicatie').selectAll().execute()
    const afwijkend = indicaties.filter((i) => i.afwijking_motivering !== null)
    for (const { code } of p.gemeenten)
      expect(new Set(indicaties.filter((i) => i.gemeente === code).map((i) => i.tabel)).size, code).toBe(2)
    expect(indicaties.length).toBeGreaterThan(100)
    expect(afwijkend.length).toBeLessThan(indicaties.length / 4)
    const opgaven = indicaties.map((i) => (i.omvang as { opgave: { regels?: { soort: string }[]; onderbouwing?: object } }).opgave)
    const metRegels = opgaven.filter((o) => o.regels)
    for (const o of metRegels)
      expect(o.onderbouwing).toEqual({ capaciteiten: expect.stringMatching(/^Verzonnen/), situatie: expect.stringMatching(/^Verzonnen/) })
    const soorten = metRegels.flatMap((o) => o.regels ?? []).map((r) => r.soort)
    for (const soort of ['norm', 'aftrek', 'afwijking']) expect(soorten).toContain(soort)
    for (const i of indicaties) expect((i.minuten_per_week ?? 0) + (i.dagdelen_per_week ?? 0)).toBeGreaterThan(0)
  })

  it('in elke gemeente loopt bij iemand iets naast elkaar dat mag; waar de catalogus een keuze laat, mag dat na een andere lezing niet meer', async () => {
    const lopend = await p.eigenaar
      .selectFrom('indicatie as i')
      .select(['i.gemeente', 'i.inwoner', 'i.product', 'i.tabel', 'i.van', 'i.tot'])
      .where((e) =>
        e.not(
          e.exists(e.selectFrom('gebeurtenis as g').select('g.id').whereRef('g.indicatie', '=', 'i.id').where('g.soort', '=', 'beeindigd')),
        ),
      )
      .execute()
    const wordtGeweigerd: boolean[] = []
    for (const [plaats, { code }] of p.gemeenten.entries()) {
      const catalogus = p.uitgaven[plaats]?.versies.at(-1) as Catalogus
      const samen = [
        ...groepeer(
          lopend.filter((i) => i.gemeente === code),
          (i) => i.inwoner,
        ).values(),
      ].filter((l) => l.length > 1)
      expect(samen.length).toBeGreaterThan(2)
      const magBij = (instellingen: Record<string, Json>) => {
        const keuze = leesKeuze(catalogus, { instellingen })
        if (!keuze.ok) throw new Error(JSON.stringify(keuze.fout))
        const { mag } = maakStapelingstoets(catalogus, keuze.value)
        return samen.map((l) => mag(l.map((i) => ({ product: i.product, van: i.van as Datum, ...(i.tot && { tot: i.tot as Datum }) }))))
      }
      expect(magBij({})).toEqual(samen.map(() => true))
      const anders = Object.entries(catalogus.instellingen ?? {})
        .filter(([, i]) => i.werkt.includes('stapeling') && !i.perGemeente)
        .flatMap(([naam, i]) => i.lezingen.map((l) => magBij({ [naam]: l.waarde as Json })))
      wordtGeweigerd.push(anders.some((mag) => mag.includes(false)))
    }
    expect(wordtGeweigerd).toContain(true)
  })

  it('elk BSN komt uit de reeks die nooit is uitgegeven en is versleuteld bewaard', async () => {
    const rijen = await p.eigenaar.selectFrom('inwoner_bsn').selectAll().execute()
    const leesbaar = rijen.map((r) => p.dienst.kluis.ontsleutel(r, { gemeente: r.gemeente, inwoner: r.inwoner }))
    expect(leesbaar.every((bsn) => bsn.startsWith('9999') && parseBsn(bsn).ok)).toBe(true)
    for (const r of rijen) expect(r.versleuteld.toString('latin1')).not.toContain('9999')
  })

  it('hetzelfde zaad geeft in een andere database dezelfde inwoners', async () => {
    const ander = await maakProefwerkplek()
    const code = ander.gemeenten[0]?.code as string
    await vulGemeente(ander.dienst, ander.app, { gemeente: code, inwoners: 20, seed: 7 }, () => undefined)
    const namen = (w: Proefwerkplek) =>
      w.eigenaar
        .selectFrom('inwoner')
        .select(['achternaam', 'voornamen', 'geboortedatum'])
        .where('gemeente', '=', code)
        .orderBy('id')
        .limit(20)
        .execute()
    expect(await namen(ander)).toEqual(await namen(p))
    await ander.sluit()
  })

  it('meer gemeenten dan catalogi krijgen een nummer, en aanvullen begint niet opnieuw', async () => {
    const gedaan = await vulProefomgeving(p.dienst, p.app, p.eigenaar, p.uitgaven, { gemeenten: 3, inwoners: 5, seed: 2 }, () => undefined)
    expect(gedaan).toEqual({ gemeenten: 3, inwoners: 15 })
    const tellingen = await p.eigenaar
      .selectFrom('inwoner')
      .select(['gemeente', (e) => e.fn.countAll<string>().as('aantal')])
      .groupBy('gemeente')
      .execute()
    expect(tellingen.map((t) => Number(t.aantal)).sort((a, b) => a - b)).toEqual([5, 155, 155])
  })
})

describe('verzonnen burgerservicenummers', () => {
  it('doorstaan de elfproef en komen niet twee keer voor, ook voorbij de testreeks', () => {
    const nummers = Array.from({ length: 12_000 }, (_, n) => verzinBsn(n))
    expect(new Set(nummers).size).toBe(12_000)
    expect(nummers.every((bsn) => parseBsn(bsn).ok)).toBe(true)
  })
})
