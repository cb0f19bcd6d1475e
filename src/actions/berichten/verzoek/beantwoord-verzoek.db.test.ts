/** De database zelf: wie een antwoord op een verzoek mag vastleggen, en wie ziet dat het er is. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { afwijsredenen } from '#core/toewijzing/verzoek.ts'
import { redenAfwijzing } from '#messages/iwmo-3-2/codelijsten.ts'
import { PARTIJEN, stuur } from '#messages/keten/oefening.testhulp.ts'
import { leesVerzoekenUit } from '#storage/berichten/verzoeken.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import type { Actor } from '../../handeling/dienst.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../../proefwerkplek.testhulp.ts'
import { type Berichtproef, maakBerichtproef } from '../berichtproef.testhulp.ts'
import { beantwoordVerzoek } from './beantwoord-verzoek.ts'
import { zetVerzoek } from './verzoekproef.testhulp.ts'

let p: Proefwerkplek
let proef: Berichtproef
let consulent: Actor
beforeAll(async () => {
  p = await maakProefwerkplek()
  consulent = (await p.als('consulent')).actor
  proef = maakBerichtproef(p, consulent.gemeente)
})
afterAll(() => p.sluit())

const als = <T>(wie: Pick<Actor, 'gemeente' | 'medewerker' | 'rollen' | 'team'>, werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(p.dienst.db, { ...wie, nu: p.klok.nu }, async (tx) => ({ bewaar: false, waarde: await werk(tx) }))
it('elke reden uit de codelijst heeft gewone woorden, op die van de Jeugdwet na', () => {
  expect(Object.keys(afwijsredenen)).toEqual(Object.keys(redenAfwijzing.codes).filter((c) => c !== '8'))
})

it('een antwoord bij iemand die niet bij de schrijver hoort, komt er niet in', async () => {
  const { id, ref } = await zetVerzoek(p, proef, consulent)
  const gemaakt = await beantwoordVerzoek(p.dienst, await p.als('consulent'), id, {
    referentie: ref,
    antwoord: 'in_onderzoek',
  })
  if (!gemaakt.ok) throw new Error(gemaakt.fout.code)
  const { gemeente } = consulent
  const schrijf = (tx: Tx) =>
    sql`insert into verzoekantwoord (gemeente, partij, bericht, volg, aanbieder, referentie, antwoord)
    values (${gemeente}, ${gemeente}, ${gemaakt.value.bericht}, 7, ${PARTIJEN.aanbieder}, ${ref}, '1')`.execute(tx)
  await als(consulent, schrijf)
  const ander = { ...consulent, medewerker: '00000000-0000-7000-8000-000000000000', team: null }
  await expect(als(ander, schrijf)).rejects.toThrow(/row-level security/)
  await expect(als((await p.als('toezichthouder')).actor, schrijf)).rejects.toThrow(/row-level security/)
})

it('ook een antwoord dat buiten de schermen om verstuurd is, telt voor wie de inwoner helpt', async () => {
  const { id, ref } = await zetVerzoek(p, proef, consulent)
  await proef.verwerk(stuur('WMO319', (m) => (m.Antwoord = { ReferentieAanbieder: ref, VerzoekAntwoord: '2' })))
  const { gemeente } = consulent
  for (const wie of [consulent, (await p.als('administratie')).actor])
    expect(await als(wie, (tx) => leesVerzoekenUit(tx, gemeente, id))).toMatchObject([
      { referentie: ref, antwoorden: ['2'], wacht_stand: 'wacht_op_antwoord' },
    ])
})
