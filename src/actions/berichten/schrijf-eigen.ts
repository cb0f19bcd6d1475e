/** Een bericht van ons, gekeurd op dezelfde vier niveaus als bij ontvangst: wat wij zouden afkeuren, sturen wij niet. */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { GelezenBericht } from '#messages/codec.ts'
import { controleerEnLees } from '#messages/controleer.ts'
import { isAangenomen } from '#messages/controleer-stroom.ts'
import { beoordeelKeten, vraagVan } from '#messages/iwmo-3-2/keten/beoordeel.ts'
import type { Berichtwaarden } from '#messages/iwmo-3-2/release.ts'
import { type Bron, haalFeiten } from '#messages/keten/bron.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import type { Werk } from '../handeling/handel.ts'

export type Geschreven = { readonly bytes: Buffer; readonly bericht: GelezenBericht }

/** De bytes, of de regels waar het niet aan voldoet. */
export async function schrijfEigen<N extends keyof Berichtwaarden>(
  w: Werk,
  bron: Bron,
  naam: N,
  waarde: Berichtwaarden[N],
): Promise<Result<Geschreven, readonly string[]>> {
  const geschreven = schrijfBericht(naam, waarde)
  if (!geschreven.ok) return fout(geschreven.fout.map((f) => f.plaats))
  const bytes = Buffer.from(geschreven.value, 'utf8')
  const { oordeel, bericht } = controleerEnLees(bytes)
  if (bericht === null || !isAangenomen(oordeel)) return fout(oordeel.niveau2.retourcodes.flatMap((c) => c.regels))
  const feiten = await haalFeiten(bron, vraagVan(bericht))
  const bevonden = beoordeelKeten(bericht, { feiten, keuzes: standaardkeuzes, systeemdatum: w.dienst.vandaag() })
  return bevonden.length > 0 ? fout([...new Set(bevonden.map((b) => b.regel))]) : ok({ bytes, bericht })
}
