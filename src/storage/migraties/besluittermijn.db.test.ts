import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { type Zaakstand, zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import { sorteerdag } from '#core/dossier/lopende-termijn.ts'
import { wettelijkeTermijn } from '#core/dossier/wettelijke-termijnen.ts'
import { migratiemap, migreer } from '../postgres/migreer.ts'
import { maakTestdatabase, type Testdatabase } from '../postgres/testdatabase.testhulp.ts'

let database: Testdatabase
beforeAll(async () => {
  database = await maakTestdatabase({ leeg: true })
  await migreer(database.eigenaar, undefined, migratiemap, 2)
})
afterAll(() => database.sluit())

const gelijkgesteld = '2027-05-07' as Datum
const standen = Object.keys(zaakstanden) as Zaakstand[]

it('zaken van vóór deze migratie krijgen de termijn die het programma ook uitrekent, twintig jaar lang elke dag', async () => {
  const { eigenaar } = database
  const dagen = Array.from({ length: 7305 }, (_, i) => plusDagen('2015-01-01' as Datum, i))
  await eigenaar.query(`insert into gemeente values ('9990', 'Proefdam', 'proef', true)`)
  await eigenaar.query('insert into gelijkgestelde_dag values ($1, $2)', [gelijkgesteld, 'verzonnen besluit'])
  await eigenaar.query(`
    insert into inwoner (gemeente, id, achternaam, zoeknaam, geen_bsn_reden, gemaakt_op, gewijzigd_op, gewijzigd_door)
      values ('9990', '00000000-0000-7000-8000-000000000001', 'Proef', 'proef', 'spoed', now(), now(), gen_random_uuid())`)
  await eigenaar.query(
    `with z as (insert into zaak (gemeente, id, nummer, inwoner, soort, stand, kanaal, gemeld_door, ontvangen_op, plan_tot, onderzoek_uiterlijk, gemaakt_op, gewijzigd_op, gewijzigd_door)
       select '9990', gen_random_uuid(), d.dag::text, '00000000-0000-7000-8000-000000000001', 'melding', ($2::text[])[1 + d.n % 6], 'balie', 'inwoner',
         d.dag - 40, d.dag - 33, d.dag + 2, now(), now(), gen_random_uuid() from unnest($1::date[]) with ordinality d(dag, n) returning *)
     insert into gebeurtenis (gemeente, id, inwoner, zaak, soort, datum, zin, gemaakt_op, gemaakt_door)
       select gemeente, gen_random_uuid(), inwoner, id, 'aanvraag_ontvangen', nummer::date, 'Aanvraag ontvangen.', now(), gen_random_uuid()
       from z where stand in ('aanvraag', 'afgesloten')`,
    [dagen, standen],
  )
  await migreer(eigenaar)
  const { rows } = await eigenaar.query<{ stand: Zaakstand; dag: Datum; onderzoek: Datum; besluit: Datum | null; uiterlijk: Datum }>(
    `select stand, nummer as dag, onderzoek_uiterlijk as onderzoek, besluit_uiterlijk as besluit, uiterlijk from zaak order by nummer`,
  )
  const verwacht = rows.map((r) => {
    const besluit =
      r.stand === 'aanvraag' || r.stand === 'afgesloten' ? wettelijkeTermijn('besluit', r.dag, [gelijkgesteld]).uiterlijk : null
    return { ...r, besluit, uiterlijk: sorteerdag({ stand: r.stand, onderzoekUiterlijk: r.onderzoek, besluitUiterlijk: besluit }) }
  })
  expect(rows).toHaveLength(7305)
  expect(rows).toEqual(verwacht)
})
