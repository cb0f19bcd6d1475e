/** Een catalogus openen om te tonen, te vergelijken of mee te rekenen: alleen als ze helemaal klopt. */
import { fout, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { type OpenCatalogus, openCatalogus } from '#storage/catalogi.ts'
import { controleerGeladen } from './controleer-catalogus.ts'

export async function openGecontroleerd(
  catalogi: string,
  verwijzing: string,
  vandaag: string,
): Promise<Result<OpenCatalogus, Catalogusfout[]>> {
  const open = await openCatalogus(catalogi, verwijzing, vandaag)
  // Een gepubliceerde versie is bij haar publicatie gecontroleerd en past nog op haar hash; nog eens kost alleen tijd.
  if (!open.ok || open.value.gepubliceerd) return open
  const fouten = controleerGeladen(open.value)
  return fouten.length > 0 ? fout(fouten) : open
}
