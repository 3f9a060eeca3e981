import type { Words } from "./en";

export const ko: Words = {
  banner: "샌드박스: 실제 결제가 이루어지지 않습니다", payTo: "{shop}에 결제", total: "합계", summary: "주문 내역", quantity: "수량 {n}", each: "개당 {price}", email: "이메일",
  card: "카드", number: "카드 번호", expiry: "유효기간 (월 / 년)", cvc: "보안 코드 (CVC)", name: "카드 소유자 이름", country: "국가 또는 지역",
  pay: "{amount} 결제하기", back: "상점으로 돌아가기", tests: "테스트 카드: 선택하면 입력됩니다", hint: "유효기간은 미래 날짜, 보안 코드는 아무 숫자나 괜찮습니다. 실제 카드 번호는 입력하지 마세요.",
  cardSucceeds: "결제 성공", cardDeclined: "결제 거절", cardNoFunds: "잔액 부족", cardExpired: "유효기간 만료", cardWrongCvc: "보안 코드 오류",
  problem: "결제가 완료되지 않았습니다", card_declined: "카드가 거절되었습니다. 다른 카드로 다시 시도해 주세요.", insufficient_funds: "카드 잔액이 부족합니다. 다른 카드로 다시 시도해 주세요.",
  expired_card: "카드 유효기간이 지났습니다. 다른 카드로 다시 시도해 주세요.", incorrect_cvc: "보안 코드가 올바르지 않습니다.", processing_error: "카드를 처리하는 중 오류가 발생했습니다. 잠시 후 다시 시도해 주세요.",
  incorrect_number: "테스트 카드 번호가 아닙니다.", invalid_expiry: "미래의 월과 연도를 입력해 주세요(예: 12 / 34).", invalid_cvc: "보안 코드 3자리 또는 4자리를 입력해 주세요.",
  missing_name: "카드 소유자 이름을 입력해 주세요.", invalid_email: "올바른 이메일 주소를 입력해 주세요.", invalid_country: "국가 또는 지역을 선택해 주세요.",
  expiredTitle: "결제 페이지가 만료되었습니다", expiredText: "청구된 금액이 없습니다. 상점으로 돌아가 다시 시작해 주세요.", paidTitle: "이미 결제되었습니다", paidText: "이 주문은 결제가 완료되었습니다. 두 번 청구되지 않습니다.", onward: "주문으로 계속하기",
  missingTitle: "존재하지 않는 결제 페이지입니다", missingText: "주소를 확인하거나 상점으로 돌아가 주세요.",
};
