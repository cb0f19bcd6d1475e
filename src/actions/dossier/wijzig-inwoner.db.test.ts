import { expect, it } from 'vitest'
import { wijzigInwoner } from '#storage/inwoners.ts'
import { inTransactie } from '#storage/transactie.ts'
import { maakProefwerkplek } from '../proefwerkplek.testhulp.ts'
import { voegInwonerToe } from './voeg-inwoner-toe.ts'

it('een kolom zonder waarde blijft staan; alleen null maakt haar leeg', async () => {
  const p = await maakProefwerkplek()
  try {
    const aanroep = await p.als('consulent')
    const { actor } = aanroep
    const nieuw = await voegInwonerToe(p.dienst, aanroep, {
      naam: { achternaam: 'Proefpersoon' },
      bsn: '999990019',
      geboortedatum: '1950-04-12',
      woonplaats: 'Verzonnen',
    })
    if (!nieuw.ok) throw new Error(JSON.stringify(nieuw.fout))
    const plek = { gemeente: actor.gemeente, inwoner: nieuw.value.id }
    const rij = await inTransactie(p.dienst.db, { ...actor, nu: p.klok.nu }, async (tx) => {
      expect(await wijzigInwoner(tx, plek, 1, { woonplaats: null, geboortedatum: undefined })).toBe(true)
      const waarde = await tx
        .selectFrom('inwoner')
        .select(['woonplaats', 'geboortedatum', 'versie'])
        .where('gemeente', '=', plek.gemeente)
        .where('id', '=', plek.inwoner)
        .executeTakeFirst()
      return { bewaar: true, waarde }
    })
    expect(rij).toEqual({ woonplaats: null, geboortedatum: '1950-04-12', versie: 2 })
  } finally {
    await p.sluit()
  }
})
