/** Certificaten in het oog houden: een nieuw bestand meteen gebruiken, en elke dag zeggen wat binnenkort verloopt. */
import type { Transport } from './transport.ts'

const gemeld = new WeakMap<Transport, Map<string, string>>()

/** Mag zo vaak als men wil: hetzelfde staat één keer per dag in het logboek van het programma. */
export async function meldCertificaten(keten: Transport, nu: Date, waarschuw: (tekst: string) => void): Promise<void> {
  const eerder = gemeld.get(keten) ?? new Map<string, string>()
  gemeld.set(keten, eerder)
  const vernieuwd = await keten.vernieuw()
  const fouten = vernieuwd.ok ? [] : vernieuwd.fout.map((tekst) => `${tekst} De vorige certificaten blijven in gebruik.`)
  const dag = nu.toISOString().slice(0, 10)
  for (const tekst of [...fouten, ...keten.certificaten(nu).flatMap((c) => c.melding ?? [])]) {
    if (eerder.get(tekst) !== dag) waarschuw(tekst)
    eerder.set(tekst, dag)
  }
}
