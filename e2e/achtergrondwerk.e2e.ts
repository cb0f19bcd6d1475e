/** Knoppen bij werk dat op de achtergrond loopt. Wat nodig is staat klaar in de database van de server: een scherm maakt geen storing. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Ingebouwd, startIngebouwd } from '../src/storage/postgres/launcher.ts'
import { axe, openPagina, rustig, schermafdruk } from './hulp.ts'
import { meldAan } from './hulp-werkplek.ts'

let database: Ingebouwd
let pool: pg.Pool
beforeAll(async () => {
  database = await startIngebouwd({ map: inject('data') })
  pool = new pg.Pool({ ...database.eigenaar, max: 1 })
})
afterAll(async () => {
  await pool.end()
  await database.stop()
})

describe('de wachtrij', () => {
  it('wat mislukt is gaat met een knop opnieuw de rij in, en wordt dan ook gedaan', async () => {
    const pagina = await openPagina('/')
    const bo = await meldAan(pagina, 'beheerder')
    const taak = randomUUID()
    const waarom = `De database was even weg, ${taak}.`
    await pool.query(
      `insert into pgboss.job (id, name, data, state, output, retry_limit, policy)
       values ($1, 'simulatie', $2, 'failed', $3, 2, 'standard')`,
      [taak, { gemeente: bo.gemeente.code, id: randomUUID() }, { message: waarom }],
    )
    const stand = async () => (await bo.roep('GET', '/wachtrij')).items.find((t: { id: string }) => t.id === taak)?.stand
    expect(await stand()).toBe('mislukt')
    await pagina.goto('/beheer/wachtrij')
    // Andere schermen hebben ook werk in deze rij, en dat kan mislukken.
    const rij = pagina.getByRole('row').filter({ hasText: 'Mislukt' }).filter({ hasText: waarom })
    await rij.waitFor()
    await axe(pagina)
    await rij.getByRole('button', { name: /^Opnieuw/ }).click()
    await pagina.locator('.md-toast', { hasText: 'Staat weer in de rij.' }).waitFor()
    await expect.poll(stand).toBe('klaar')
    await rij.waitFor({ state: 'detached' })
  })
})

describe('een doorrekening', () => {
  it('is te stoppen terwijl zij wacht; daarna is er geen uitkomst', async () => {
    const pagina = await openPagina('/')
    const cato = await meldAan(pagina, 'contractmanager')
    const id = randomUUID()
    // Zonder taak in de rij: zij blijft wachten tot iemand haar stopt.
    await pool.query(
      `insert into simulatie (gemeente, id, vraag, stand, gevraagd_op, gevraagd_door)
       select p.gemeente, $2, jsonb_build_object('vanaf', '2027-01-01', 'catalogus', p.catalogus, 'nu', k.kant, 'straks', k.kant,
         'wijziging', '{"versie": null, "instellingen": {}}'::jsonb), 'wacht', now(), m.id
       from cataloguspublicatie p join medewerker m on m.gemeente = p.gemeente and 'contractmanager' = any(m.rollen)
       cross join lateral (select jsonb_build_object('versie', p.versie, 'hash', p.hash, 'instellingen', '{}'::jsonb) as kant) k
       where p.gemeente = $1 limit 1`,
      [cato.gemeente.code, id],
    )
    await pagina.goto(`/catalogusbeheer/doorrekenen/${id}`)
    await pagina.getByText('Wacht tot het aan de beurt is').first().waitFor()
    await rustig(pagina)
    await axe(pagina)
    await pagina.getByRole('button', { name: 'Stoppen' }).click()
    await pagina.getByText('Deze doorrekening is gestopt; er is geen uitkomst.').first().waitFor()
    expect(await cato.roep('GET', `/simulaties/${id}`)).toMatchObject({ stand: 'gestopt', uitkomst: null })
    await expect.poll(() => pagina.getByRole('button', { name: 'Stoppen' }).count()).toBe(0)
    await schermafdruk(pagina, 'doorrekening-gestopt-1280')
  })
})
