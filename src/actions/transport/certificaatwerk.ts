/** Een certificaat dat bijna verloopt wordt werk voor de beheerder van elke gemeente die ermee stuurt of ontvangt. */
import { bestaatGemeente } from '#storage/berichten/contracten.ts'
import { type Certificaatwerkrij, houdCertificaatwerkBij } from '#storage/berichten/certificaatwerk.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { dagzin } from './certificaat.ts'
import type { Transport } from './transport.ts'

export async function legCertificaatwerkVast(dienst: Pick<Dienst, 'db' | 'nu'>, keten: Transport): Promise<void> {
  const nu = dienst.nu()
  const bijna = keten.certificaten(nu).filter((c) => c.verloopt)
  for (const gemeente of keten.partijen.filter((p) => p.length === 4)) {
    const nodig = bijna.filter(({ naam }) => !naam.startsWith('partijen.') || naam.split('.')[1] === gemeente)
    await alsSysteem(dienst, gemeente, async (tx) => {
      if (await bestaatGemeente(tx, gemeente)) await houdCertificaatwerkBij(tx, gemeente, nodig, nu)
    })
  }
}

export type Certificaatwerk = {
  readonly titel: string
  readonly doe: string
  readonly gemeldOp: string
  readonly klaarOp: string | null
}

export const toonCertificaatwerk = ({ naam, tot, gemeld_op, klaar_op }: Certificaatwerkrij, nu: Date): Certificaatwerk => ({
  titel: `${naam.endsWith('.crl') ? 'De intrekkingslijst' : 'Het certificaat'} voor ${naam} ${tot < nu ? 'is verlopen' : 'verloopt'} op ${dagzin(tot)}`,
  doe: naam.endsWith('.crl')
    ? 'Haal de nieuwste lijst op bij de uitgever en zet haar op de plek die het ketenbestand noemt. Tot dan komt er geen verbinding.'
    : 'Vraag een nieuw certificaat aan en zet het op de plek die het ketenbestand noemt. Het geldt binnen een minuut, zonder herstart.',
  gemeldOp: gemeld_op.toISOString(),
  klaarOp: klaar_op?.toISOString() ?? null,
})
