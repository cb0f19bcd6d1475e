/** Boven elk scherm van een proefomgeving. */
export function Proefband() {
  return (
    <p className="md-proefband">
      <strong>Dit is een proefomgeving met verzonnen gegevens.</strong> <span>Vul hier niets in over echte mensen.</span>
    </p>
  )
}
