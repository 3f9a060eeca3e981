import type { Words } from "./en";

export const pt: Words = {
  banner: "Ambiente de testes: sem dinheiro real", payTo: "Pagar a {shop}", total: "Total", summary: "Seu pedido", quantity: "Quantidade: {n}", each: "{price} cada", email: "E-mail",
  card: "Cartão", number: "Número do cartão", expiry: "Validade (MM / AA)", cvc: "Código de segurança (CVC)", name: "Nome no cartão", country: "País ou região",
  pay: "Pagar {amount}", back: "Voltar para a loja", tests: "Cartões de teste: escolha um para preencher", hint: "Qualquer data futura e qualquer código servem. Nunca digite um cartão real aqui.",
  cardSucceeds: "é pago", cardDeclined: "é recusado", cardNoFunds: "não tem saldo suficiente", cardExpired: "está vencido", cardWrongCvc: "código de segurança errado",
  problem: "O pagamento não foi concluído", card_declined: "Seu cartão foi recusado. Tente outro cartão.", insufficient_funds: "Seu cartão não tem saldo suficiente. Tente outro cartão.",
  expired_card: "Seu cartão está vencido. Tente outro cartão.", incorrect_cvc: "O código de segurança está incorreto.", processing_error: "Ocorreu um erro ao processar o cartão. Tente novamente em instantes.",
  incorrect_number: "Este não é um dos números de teste.", invalid_expiry: "Digite um mês e um ano futuros, como 12 / 34.", invalid_cvc: "Digite os 3 ou 4 dígitos do código de segurança.",
  missing_name: "Digite o nome que está no cartão.", invalid_email: "Digite um e-mail válido.", invalid_country: "Escolha um país ou uma região.",
  expiredTitle: "Esta página de pagamento expirou", expiredText: "Nada foi cobrado. Volte para a loja e comece de novo.",
  paidTitle: "Já está pago", paidText: "Este pedido já foi pago. Você não será cobrado duas vezes.", onward: "Continuar para o seu pedido",
  missingTitle: "Esta página de pagamento não existe", missingText: "Confira o endereço ou volte para a loja.",
};
