import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { maakDemoGevallen } from '#core/advies/demo-caseload.ts'
import { beslisLos, pasAan } from '#core/advies/doorrekening.ts'
import type { Datum } from '#core/base/datum.ts'
import type { Json, Keuze } from '#core/catalogus/instellingen.ts'
import { beoordeelStapeling } from '#core/indicatie/stapeling.ts'
import { leesAntwoordrijen } from '#storage/antwoorden.ts'
import type { Aanroep } from '../handeling/dienst.ts'
import { gevalVan } from '../onderzoek/antwoord.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { verstuurUitgaand } from '../beheer/verstuur-uitgaand.ts'
import { leesSimulatiegevallen } from './lees-simulatiegevallen.ts'
import { leesEenSimulatie, stopEenSimulatie } from './lees-simulaties.ts'
import { maakProefcatalogus, type Proefcatalogus, zetIndicatie, zetOnderzoek } from './proefcatalogus.testhulp.ts'
import { voerSimulatieUit } from './voer-simulatie-uit.ts'
import { simuleerGemeente } from './simuleer-gemeente.ts'
import { type Simulatieopgave, vraagSimulatie } from './vraag-simulatie.ts'

const VANAF = '2027-07-01' as Datum
let p: Proefwerkplek
let c: Proefcatalogus
let cato: Aanroep
/** Wat er loopt, zoals de test het zelf opschreef. */
const open: string[] = []
const metIndicatie: { tabel: string; geval: { antwoorden: Record<string, Json> } }[] = []

beforeAll(async () => {
  p = await maakProefwerkplek()
  c = await maakProefcatalogus(p)
  cato = await p.als('contractmanager', c.gemeente)
  const { actor } = await p.als('consulent', c.gemeente)
  const volgende = maakDemoGevallen(c.eerste, 7)
  const als = (antwoorden: Record<string, unknown>) =>
    Object.entries(antwoorden).map(([vraag, waarde]) => ({ vraag, waarde: waarde as Json }))
  const basis = { huishoudenLukt: 'nee', partnerNeemtOver: 'nee', overzicht: 'heeft', tegenslagen: [] }
  for (let i = 0; i < 40; i++) open.push((await zetOnderzoek(p, actor, c.eerste, als(volgende()))).id)
  // Vijf uur: met de eerste versie licht, met de tweede stevig.
  for (let i = 0; i < 3; i++) open.push((await zetOnderzoek(p, actor, c.eerste, als({ ...basis, urenNodig: 5.5 }))).id)
  // Een antwoord dat verbeterd is, een dat weer open is, en een overschreven afgeleide waarde.
  open.push(
    (await zetOnderzoek(p, actor, c.eerste, [...als({ ...basis, urenNodig: 20 }), { vraag: 'urenNodig', waarde: 2, vervangt: 4 }])).id,
  )
  open.push((await zetOnderzoek(p, actor, c.eerste, [...als({ ...basis, urenNodig: 20 }), { vraag: 'urenNodig', waarde: null }])).id)
  open.push(
    (
      await zetOnderzoek(p, actor, c.eerste, [
        ...als({ ...basis, urenNodig: 2 }),
        { soort: 'overschrijving', vraag: 'zwareHulp', waarde: 'ja', toelichting: 'Ziet er zwaarder uit.' },
      ])
    ).id,
  )
  open.push((await zetOnderzoek(p, actor, c.eerste, [])).id)
  // Wat niet loopt: afgerond, en een zaak die dicht is.
  await zetOnderzoek(p, actor, c.eerste, als({ ...basis, urenNodig: 5.5 }), { afgerond: true })
  const dicht = await zetOnderzoek(p, actor, c.eerste, als({ ...basis, urenNodig: 5.5 }))
  await p.eigenaar.updateTable('zaak').set({ afgesloten_op: '2027-02-01' }).where('id', '=', dicht.zaak).execute()
  // Indicaties: dagcentrum dat er al is en logeren dat later begint mag met de eerste versie niet, met de tweede wel.
  const geval = { antwoorden: { mantelzorgerUitgeput: 'nee', vereenzaamt: 'ja', ...basis, urenNodig: 5.5 } }
  for (const [tabel, product, tot] of [
    ['thuis', 'TH1', undefined],
    ['vanHuis', 'DAGC', '2027-12-31'],
    ['thuis', 'TH1', '2027-06-30'],
  ] as const) {
    const onderzoek = await zetOnderzoek(p, actor, c.eerste, [], { afgerond: true })
    await zetIndicatie(p, actor, c.eerste, onderzoek, { tabel, product, van: '2027-01-01', ...(tot && { tot }), geval })
    if (tot !== '2027-06-30') metIndicatie.push({ tabel, geval })
    if (product === 'DAGC') {
      const zonderAdvies = await zetIndicatie(p, actor, c.eerste, onderzoek, { tabel: 'vanHuis', product: 'LOGE', van: '2027-02-01' })
      await zetIndicatie(p, actor, c.eerste, onderzoek, { tabel: 'vanHuis', product: 'LOGE', van: '2027-02-01', vervangt: zonderAdvies })
    }
  }
})
afterAll(() => p.sluit())

const vraag = async (opgave: Partial<Simulatieopgave> = {}, wie = cato): Promise<string> => {
  const gevraagd = await vraagSimulatie(p.dienst, wie, { vanaf: VANAF, versie: '2027-07', ...opgave })
  if (!gevraagd.ok) throw new Error(JSON.stringify(gevraagd.fout))
  return gevraagd.value.id
}
const lees = async (id: string) => {
  const gelezen = await leesEenSimulatie(p.dienst, cato, id)
  if (!gelezen.ok) throw new Error(gelezen.fout.tekst)
  return gelezen.value
}
const voerUit = (id: string, perBlad?: number) => voerSimulatieUit(p.dienst, { gemeente: c.gemeente, id }, perBlad)

/** Elk geval apart, langs de weg van het dossier. */
async function apart(
  keuzeStraks: Keuze,
): Promise<{ onderzoeken: Record<string, Record<string, number>>; indicaties: Record<string, Record<string, number>> }> {
  const [a, b] = [maakAdviseur(c.eerste, {}), maakAdviseur(c.tweede, keuzeStraks)]
  const tel = () => ({ thuis: {}, vanHuis: {} }) as Record<string, Record<string, number>>
  const uit = { onderzoeken: tel(), indicaties: tel() }
  const zet = (in_: Record<string, number>, s: string) => (in_[s] = (in_[s] ?? 0) + 1)
  for (const id of open) {
    const geval = gevalVan(c.eerste, {}, await leesAntwoordrijen(p.eigenaar, c.gemeente, id))
    const straks = pasAan(c.tweede, keuzeStraks, geval)
    for (const tabel of ['thuis', 'vanHuis'])
      zet(
        uit.onderzoeken[tabel] as Record<string, number>,
        `${beslisLos(c.eerste, a, tabel, geval)} → ${beslisLos(c.tweede, b, tabel, straks as NonNullable<typeof straks>)}`,
      )
  }
  for (const { tabel, geval } of metIndicatie) {
    const [nu, straks] = [pasAan(c.eerste, {}, geval as never), pasAan(c.tweede, keuzeStraks, geval as never)]
    zet(
      uit.indicaties[tabel] as Record<string, number>,
      `${beslisLos(c.eerste, a, tabel, nu as never)} → ${beslisLos(c.tweede, b, tabel, straks as never)}`,
    )
  }
  return uit
}
const veranderd = (per: Record<string, number>) =>
  Object.fromEntries(Object.entries(per).filter(([s]) => s.split(' → ')[0] !== s.split(' → ')[1]))
const overgangen = (t: { overgangen?: { van: string; naar: string; aantal: number }[] } | undefined) =>
  Object.fromEntries((t?.overgangen ?? []).map((o) => [`${o.van} → ${o.naar}`, o.aantal]))

describe('een wijziging doorrekenen op wat loopt', () => {
  it.each([
    ['een nieuwe versie', { versie: '2027-07' }, {}],
    [
      'een nieuwe versie met een andere lezing',
      { versie: '2027-07', instellingen: { stevigVanafUren: 8 } },
      { gemeente: 'Veenmeer', instellingen: { stevigVanafUren: 8 } },
    ],
  ])('%s: hetzelfde als elk geval apart beslissen', async (_, opgave, keuze) => {
    const id = await vraag(opgave)
    await voerUit(id, 7)
    const { stand, klaar, totaal, uitkomst } = await lees(id)
    expect([stand, klaar, totaal]).toEqual(['klaar', open.length + 2, open.length + 2])
    const los = await apart(keuze)
    expect(uitkomst?.onderzoeken.aantal).toBe(open.length)
    for (const tabel of ['thuis', 'vanHuis']) {
      expect(overgangen(uitkomst?.onderzoeken.tabellen[tabel])).toEqual(veranderd(los.onderzoeken[tabel] ?? {}))
      expect(overgangen(uitkomst?.indicaties.tabellen[tabel])).toEqual(veranderd(los.indicaties[tabel] ?? {}))
      expect(uitkomst?.onderzoeken.tabellen[tabel]?.uitkomsten.reduce((s, u) => s + u.aantal, 0)).toBe(open.length)
    }
    expect(Object.keys(veranderd(los.onderzoeken.thuis ?? {})).length).toBeGreaterThan(0)
  })

  it('achter elk getal zitten precies zoveel gevallen, voor wie ze mag zien; wie doorrekent ziet alleen het getal', async () => {
    const id = await vraag()
    await voerUit(id)
    const { uitkomst } = await lees(id)
    const tessa = await p.als('teamleider', c.gemeente)
    const telling = async (deel: 'onderzoeken' | 'indicaties' | 'stapeling', tabel: string, van: string, naar: string) => {
      const gevonden: string[] = []
      let cursor: string | undefined
      do {
        const blad = await leesSimulatiegevallen(p.dienst, tessa, id, { deel, tabel, van, naar, cursor, limiet: 2 })
        if (!blad.ok) throw new Error(blad.fout.tekst)
        gevonden.push(...blad.value.items.map((g) => g.id))
        cursor = blad.value.volgende ?? undefined
      } while (cursor)
      expect(new Set(gevonden).size).toBe(gevonden.length)
      return gevonden.length
    }
    let getoetst = 0
    for (const deel of ['onderzoeken', 'indicaties'] as const)
      for (const [tabel, t] of Object.entries(uitkomst?.[deel].tabellen ?? {}))
        for (const o of t.overgangen ?? []) {
          expect([deel, tabel, o, await telling(deel, tabel, o.van, o.naar)]).toEqual([deel, tabel, o, o.aantal])
          getoetst++
        }
    expect(getoetst).toBeGreaterThan(1)
    expect(await telling('stapeling', '', 'past_niet', 'past')).toBe(1)
    expect(await telling('stapeling', '', 'past', 'past_niet')).toBe(0)
    expect(await telling('onderzoeken', 'thuis', 'TH1', 'BESTAAT-NIET')).toBe(0)
    const [gezien] = await p.eigenaar
      .selectFrom('audit')
      .select(['inwoner', 'doel'])
      .where('soort', '=', 'lijst')
      .where('medewerker', '=', tessa.actor.medewerker)
      .execute()
    expect(gezien).toMatchObject({ inwoner: expect.any(String), doel: 'gevallen achter een doorrekening bekijken' })
    const vraagGevallen = { deel: 'onderzoeken', tabel: 'thuis', van: 'TH1', naar: 'TH2', limiet: 10 } as const
    expect(await leesSimulatiegevallen(p.dienst, cato, id, vraagGevallen)).toMatchObject({ ok: false, fout: { code: 'NIET_BEVOEGD' } })
    const elders = await p.als('teamleider', p.gemeenten[0]?.code)
    expect(await leesSimulatiegevallen(p.dienst, elders, id, vraagGevallen)).toMatchObject({ ok: false, fout: { code: 'NIET_GEVONDEN' } })
  })

  it('een doorrekening van voor het bewaren zegt dat er geen gevallen bij zijn; opnieuw doorrekenen geeft ze', async () => {
    const tessa = await p.als('teamleider', c.gemeente)
    const bewaard = async (id: string, wie = tessa) => {
      const beeld = await leesEenSimulatie(p.dienst, wie, id)
      return beeld.ok ? beeld.value.gevallenBewaard : beeld.fout.code
    }
    const id = await vraag()
    expect(await bewaard(id)).toBeNull()
    await voerUit(id)
    expect([await bewaard(id), await bewaard(id, cato)]).toEqual([true, null])
    await p.knoei(`delete from simulatiegeval where simulatie = '${id}'`)
    expect(await bewaard(id)).toBe(false)
    const opnieuw = await vraag()
    await voerUit(opnieuw)
    expect(await bewaard(opnieuw)).toBe(true)
  })

  it('op de opdrachtregel is het dezelfde uitkomst, en er blijft alleen een logboekregel achter', async () => {
    const id = await vraag()
    await voerUit(id)
    const { uitkomst, vraag: gesteld } = await lees(id)
    const telt = async () => (await p.eigenaar.selectFrom('simulatie').select('id').execute()).length
    const eerder = await telt()
    const voortgang: [number, number][] = []
    const opdracht = { gemeente: c.gemeente, vanaf: VANAF, versie: '2027-07', toegangspunt: 'opdrachtregel proef' }
    const gedaan = await simuleerGemeente(p.dienst, opdracht, (klaar, totaal) => void voortgang.push([klaar, totaal]))
    if (!gedaan.ok) throw new Error(gedaan.fout.tekst)
    expect(gedaan.value.uitkomst).toEqual(uitkomst)
    expect(gedaan.value.vraag).toEqual(gesteld)
    expect(voortgang.at(-1)).toEqual([open.length + 2, open.length + 2])
    expect(await telt()).toBe(eerder)
    const regel = p.eigenaar.selectFrom('audit').select(['soort', 'doel', 'medewerker']).where('toegangspunt', '=', 'opdrachtregel proef')
    expect(await regel.execute()).toEqual([{ soort: 'lezen', doel: 'wijziging doorrekenen op lopende zaken', medewerker: null }])
    expect(await simuleerGemeente(p.dienst, { ...opdracht, gemeente: '0000' }, () => undefined)).toMatchObject({
      ok: false,
      fout: { fouten: [{ code: 'GEMEENTE_ONBEKEND' }] },
    })
  })

  it('telt hoe vaak indicaties die naast elkaar lopen anders uitvallen, en wat er zonder advies is', async () => {
    const id = await vraag()
    await voerUit(id)
    const { uitkomst } = await lees(id)
    const samen = [
      { product: 'DAGC', van: '2027-01-01' as Datum, tot: '2027-12-31' as Datum },
      { product: 'LOGE', van: '2027-02-01' as Datum },
    ]
    expect([beoordeelStapeling(c.eerste, {}, samen).toegestaan, beoordeelStapeling(c.tweede, {}, samen).toegestaan]).toEqual([false, true])
    expect(uitkomst?.stapeling).toMatchObject({ inwoners: 1, veranderd: 1, overgangen: [{ van: 'past_niet', naar: 'past', aantal: 1 }] })
    expect(uitkomst?.indicaties).toMatchObject({ aantal: 3, overgeslagen: 1 })
  })

  it('alleen een lezing: dezelfde versie aan beide kanten, en wat niet verandert staat er niet bij', async () => {
    const id = await vraag({ versie: undefined, instellingen: { stevigVanafUren: 5 } })
    await voerUit(id)
    const { vraag: gesteld, uitkomst } = await lees(id)
    expect([gesteld.nu.hash, gesteld.straks.hash]).toEqual([c.eerste.hash, c.eerste.hash])
    expect(gesteld.wijziging).toEqual({ versie: null, instellingen: { stevigVanafUren: 5 } })
    expect(overgangen(uitkomst?.onderzoeken.tabellen.thuis)['TH1 → TH2']).toBeGreaterThanOrEqual(3)
    expect(uitkomst?.onderzoeken.tabellen.vanHuis?.veranderd).toBe(0)
  })

  it('noemt nergens een persoon, zaak of onderzoek', async () => {
    const id = await vraag()
    await voerUit(id)
    const rij = await p.eigenaar.selectFrom('simulatie').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const inhoud = JSON.stringify([rij.vraag, rij.uitkomst])
    const ids = await p.eigenaar.selectFrom('onderzoek').select(['id', 'zaak', 'inwoner']).where('gemeente', '=', c.gemeente).execute()
    for (const o of ids) for (const verwijzing of [o.id, o.zaak, o.inwoner]) expect(inhoud).not.toContain(verwijzing)
    expect(inhoud).not.toContain('Voorbeeld')
  })
})

describe('afbreken, stoppen en opnieuw beginnen', () => {
  /** Doet iets zodra de voortgang `bij` gevallen bereikt, in de database zelf. */
  const bijVoortgang = (bij: number, daad: string) =>
    p.knoei(`create or replace function proefstoring() returns trigger language plpgsql as $$ begin
        if new.klaar >= ${bij} and new.stand = 'loopt' then ${daad} end if; return new; end $$;
      drop trigger if exists proefstoring on simulatie; create trigger proefstoring before update on simulatie for each row execute function proefstoring()`)
  const zonderStoring = () => p.knoei('drop trigger if exists proefstoring on simulatie')

  it('een storing halverwege: niets half, en opnieuw geeft precies dezelfde uitkomst', async () => {
    const heel = await vraag()
    await voerUit(heel, 5)
    const id = await vraag()
    await bijVoortgang(20, `raise exception 'stroom weg';`)
    await expect(voerUit(id, 5)).rejects.toThrow('stroom weg')
    expect(await lees(id)).toMatchObject({ stand: 'mislukt', uitkomst: null, fout: expect.stringContaining('storing') })
    await zonderStoring()
    await voerUit(id, 5)
    await voerUit(id, 5)
    const [eerste, tweede] = [await lees(heel), await lees(id)]
    expect(tweede).toMatchObject({ stand: 'klaar', klaar: eerste.klaar, fout: null })
    expect(tweede.uitkomst).toEqual(eerste.uitkomst)
  })

  it('wie stopt terwijl het loopt, houdt geen halve uitkomst over, en een late poging begint niet opnieuw', async () => {
    const id = await vraag()
    await bijVoortgang(10, `new.stand = 'gestopt';`)
    await voerUit(id, 5)
    await zonderStoring()
    expect(await lees(id)).toMatchObject({ stand: 'gestopt', uitkomst: null, klaar: 10 })
    await voerUit(id)
    expect(await lees(id)).toMatchObject({ stand: 'gestopt', uitkomst: null })
  })

  it('stoppen mag voor het begint, twee keer is niet erger, en na afloop kan het niet meer', async () => {
    const id = await vraag()
    expect((await stopEenSimulatie(p.dienst, cato, id)).ok).toBe(true)
    expect((await stopEenSimulatie(p.dienst, cato, id)).ok).toBe(true)
    await voerUit(id)
    expect((await lees(id)).uitkomst).toBeNull()
    const klaar = await vraag()
    await voerUit(klaar)
    expect(await stopEenSimulatie(p.dienst, cato, klaar)).toMatchObject({ ok: false, fout: { soort: 'botst', code: 'SIMULATIE_KLAAR' } })
  })

  it('een nieuwere poging neemt het over; de oude schrijft niets meer', async () => {
    const id = await vraag()
    await bijVoortgang(10, `new.poging = '${randomUUID()}';`)
    await voerUit(id, 5)
    await zonderStoring()
    expect(await lees(id)).toMatchObject({ stand: 'loopt', uitkomst: null })
    await voerUit(id)
    expect((await lees(id)).stand).toBe('klaar')
  })
})

describe('de vraag zelf', () => {
  it.each([
    ['zonder wijziging', { versie: undefined }, 'GEEN_WIJZIGING'],
    ['vanaf een dag die voorbij is', { vanaf: '2027-02-01' as Datum }, 'TERUGWERKEND'],
    ['met een versie die er niet is', { versie: '2031-01' }, 'VERSIE_ONBEKEND'],
    ['met een lezing die niet bestaat', { instellingen: { pgbTelt: 'soms' } }, 'INSTELLING_WAARDE'],
  ])('%s wordt geweigerd', async (_, opgave, code) => {
    const gevraagd = await vraagSimulatie(p.dienst, cato, { vanaf: VANAF, versie: '2027-07', ...opgave })
    expect(gevraagd).toMatchObject({ ok: false, fout: { fouten: [{ code }] } })
  })

  it('gaat als taak de wachtrij in, met alleen een verwijzing', async () => {
    const gezet: unknown[] = []
    const id = await vraag()
    const wachtrij = { zet: async (_: unknown, soort: string, gegevens: unknown) => void gezet.push([soort, gegevens]) }
    await verstuurUitgaand(p.dienst, wachtrij as never)
    expect(gezet).toContainEqual(['simulatie', { gemeente: c.gemeente, id }])
  })

  it('een andere gemeente ziet haar niet en rekent met haar eigen zaken', async () => {
    const elders = await p.als('contractmanager')
    const id = await vraag()
    expect(await leesEenSimulatie(p.dienst, elders, id)).toMatchObject({ ok: false, fout: { soort: 'niet_gevonden' } })
    expect(await stopEenSimulatie(p.dienst, elders, id)).toMatchObject({ ok: false, fout: { soort: 'niet_gevonden' } })
    await voerSimulatieUit(p.dienst, { gemeente: elders.actor.gemeente, id })
    expect((await lees(id)).stand).toBe('wacht')
  })
})
