import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alsAntwoorden, maakProefzaak, vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const AANTAL = 130
let s: Proefserver
let wie: Proefgebruiker
let gemeente: string

beforeAll(async () => {
  s = await maakProefserver()
  wie = await s.meldAan('consulent', s.gemeenten[0]?.code)
  gemeente = s.gemeenten[0]?.code as string
  await zetSignalen(await zetIndicatie())
})
afterAll(() => s.sluit())

/** Een indicatie zoals een consulent haar vaststelt, voor een product waarvoor de Wlz voorgaat. */
async function zetIndicatie(): Promise<string> {
  const catalogus = s.uitgaven[0]?.versies.at(-1) as Catalogus
  const producten = catalogus.voorliggend?.[0]?.producten ?? []
  const gekozen = (v: Parameters<Parameters<typeof vignetMet>[1]>[0]) =>
    Object.entries(v.verwacht ?? {}).find(([, w]) => w.uitkomst === 'product' && w.product !== undefined && producten.includes(w.product))
  const vignet = vignetMet(catalogus, (v) => gekozen(v) !== undefined)
  const [tabel, { product }] = gekozen(vignet) as unknown as [string, { product: string }]
  const z = await maakProefzaak(s, (await s.als('consulent', gemeente)).actor)
  const { id } = (await wie.roep('POST', `/zaken/${z.zaak}/onderzoeken`)).lichaam
  const v1 = { 'if-match': '"v1"' }
  const { versie } = (await wie.roep('POST', `/onderzoeken/${id}/antwoorden`, { antwoorden: alsAntwoorden(vignet) }, v1)).lichaam
  const regel = { activiteit: 'Plannen', minuten: 60, keer: { aantal: 1, per: 'week' }, soort: 'norm', resultaat: 'overzicht' }
  const omvang = { regels: [regel], onderbouwing: { capaciteiten: 'Kan zelf lezen.', situatie: 'Woont alleen.' } }
  const stel = (motiveringen: object[]) =>
    wie.roep(
      'POST',
      `/onderzoeken/${id}/indicaties`,
      { tabel, product, van: '2026-11-01', omvang, motiveringen },
      { 'if-match': `"v${versie}"` },
    )
  const eerst = await stel([])
  const nodig = (eerst.lichaam.huidig?.teMotiveren ?? []) as { sleutel: string }[]
  const vast = eerst.status === 201 ? eerst : await stel(nodig.map(({ sleutel }) => ({ sleutel, motivering: 'Besproken en passend.' })))
  if (vast.status !== 201) throw new Error(JSON.stringify(vast.lichaam))
  return vast.lichaam.id as string
}

const id = (soort: 'indicatie' | 'feit', n: number) =>
  `fe000000-0000-7000-8${soort === 'feit' ? '111' : '000'}-${String(n).padStart(12, '0')}`
/** De inwoners, wie het laatst is toegevoegd achteraan. */
const inwoners: string[] = []

/** Dezelfde hulp bij veel inwoners, elk met een Wlz-indicatie van later; hoe later toegevoegd, hoe langer het al speelt. */
async function zetSignalen(indicatie: string) {
  const { actor } = await s.als('consulent', gemeente)
  for (let n = 0; n < AANTAL; n++) {
    const { inwoner, zaak } = await maakProefzaak(s, actor)
    inwoners.push(inwoner)
    const van = new Date(Date.UTC(2026, 9, 1) - n * 86_400_000).toISOString().slice(0, 10)
    const nieuw = JSON.stringify({ id: id('indicatie', n), inwoner, van })
    await sql`insert into indicatie select (jsonb_populate_record(i, ${nieuw}::jsonb)).* from indicatie i
      where gemeente = ${gemeente} and id = ${indicatie}`.execute(s.eigenaar)
    const gegevens = JSON.stringify({ stand: 'toegekend', van: '2026-01-01', tot: null })
    const feit = { soort: 'wlz_vastgelegd', datum: '2026-11-20', zin: 'Wlz toegekend.', gegevens, vervangt: null }
    const bij = { gemeente, id: id('feit', n), inwoner, zaak, indicatie: null }
    await s.eigenaar
      .insertInto('gebeurtenis')
      .values({ ...bij, ...feit, gemaakt_op: s.klok.nu, gemaakt_door: actor.medewerker })
      .execute()
  }
}

type Signaal = { readonly indicatie: string; readonly sinds: string; readonly inwoner: { readonly id: string } }

it('Mijn werk noemt het echte aantal signalen en toont wat het langst speelt, ook als dat laat werd vastgelegd', async () => {
  const { signalen } = (await wie.roep('GET', '/werkvoorraad')).lichaam
  expect(signalen.aantal).toBe(AANTAL)
  const getoond = signalen.items.map((x: Signaal) => x.indicatie)
  expect(getoond).toEqual(Array.from({ length: 25 }, (_, i) => id('indicatie', AANTAL - 1 - i)))
})

it('de hele lijst is er bladzijde voor bladzijde, elk signaal één keer, en zegt hoeveel het er zijn', async () => {
  const gezien: Signaal[] = []
  for (let cursor = ''; ; ) {
    const { lichaam } = await wie.roep('GET', `/wlzsignalen?limiet=50&telling=true${cursor && `&cursor=${cursor}`}`)
    expect(lichaam.telling).toEqual(cursor === '' ? { aantal: AANTAL, meer: false } : undefined)
    gezien.push(...lichaam.items)
    if (lichaam.volgende === null) break
    cursor = lichaam.volgende
  }
  expect(gezien.map((x) => x.indicatie)).toEqual(Array.from({ length: AANTAL }, (_, i) => id('indicatie', AANTAL - 1 - i)))
  expect((await wie.roep('GET', '/wlzsignalen?cursor=onzin')).lichaam.fouten[0].code).toBe('CURSOR_ONGELDIG')
})

it('wie getoond wordt staat in het logboek, wie op een latere bladzijde staat niet', async () => {
  const regels = async () => await s.eigenaar.selectFrom('audit').select(['id', 'inwoner']).where('gemeente', '=', gemeente).execute()
  const vooraf = new Set((await regels()).map((r) => r.id))
  await wie.roep('GET', '/wlzsignalen?limiet=3')
  const rows = (await regels()).filter((r) => !vooraf.has(r.id) && r.inwoner !== null)
  expect(rows.map((r) => r.inwoner).sort()).toEqual(inwoners.slice(-3).sort())
})

it('een collega van een ander team ziet er geen', async () => {
  const ander = await s.meldAan('consulent', gemeente, 1)
  for (const van of ['ik', 'team']) expect((await ander.roep('GET', `/wlzsignalen?van=${van}`)).lichaam.items).toEqual([])
})
