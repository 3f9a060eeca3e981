import type { Words } from "./en";

export const fr: Words = {
  banner: "Environnement de test : pas d’argent réel", payTo: "Payer {shop}", total: "Total", summary: "Votre commande", quantity: "Quantité : {n}", each: "{price} l’unité", email: "E-mail",
  card: "Carte", number: "Numéro de carte", expiry: "Expiration (MM / AA)", cvc: "Code de sécurité (CVC)", name: "Nom sur la carte", country: "Pays ou région",
  pay: "Payer {amount}", back: "Retour à la boutique", tests: "Cartes de test : choisissez-en une pour remplir", hint: "N’importe quelle date future et n’importe quel code conviennent. Ne saisissez jamais une vraie carte ici.",
  cardSucceeds: "est acceptée", cardDeclined: "est refusée", cardNoFunds: "provision insuffisante", cardExpired: "a expiré", cardWrongCvc: "code de sécurité erroné",
  problem: "Le paiement n’a pas abouti", card_declined: "Votre carte a été refusée. Essayez une autre carte.", insufficient_funds: "La provision de votre carte est insuffisante. Essayez une autre carte.",
  expired_card: "Votre carte a expiré. Essayez une autre carte.", incorrect_cvc: "Le code de sécurité est incorrect.", processing_error: "Une erreur est survenue lors du traitement de votre carte. Réessayez dans un instant.",
  incorrect_number: "Ce n’est pas un numéro de test.", invalid_expiry: "Saisissez un mois et une année à venir, par exemple 12 / 34.", invalid_cvc: "Saisissez les 3 ou 4 chiffres du code de sécurité.",
  missing_name: "Saisissez le nom inscrit sur la carte.", invalid_email: "Saisissez une adresse e-mail valide.", invalid_country: "Choisissez un pays ou une région.",
  expiredTitle: "Cette page de paiement a expiré", expiredText: "Rien n’a été débité. Retournez à la boutique pour recommencer.",
  paidTitle: "Déjà payé", paidText: "Cette commande est payée. Vous ne serez pas débité deux fois.", onward: "Continuer vers votre commande",
  missingTitle: "Cette page de paiement n’existe pas", missingText: "Vérifiez l’adresse ou retournez à la boutique.",
};
