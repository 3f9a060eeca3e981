import type { Words } from "./en";

export const ja: Words = {
  banner: "サンドボックス：実際のお金は動きません", payTo: "{shop} へのお支払い", total: "合計", summary: "ご注文内容", quantity: "数量 {n}", each: "単価 {price}", email: "メールアドレス",
  card: "カード", number: "カード番号", expiry: "有効期限（月 / 年）", cvc: "セキュリティコード（CVC）", name: "カード名義人", country: "国または地域",
  pay: "{amount} を支払う", back: "ショップに戻る", tests: "テストカード：選ぶと入力されます", hint: "有効期限は未来の日付、セキュリティコードは任意の数字で構いません。実際のカード番号は入力しないでください。",
  cardSucceeds: "支払い成功", cardDeclined: "支払い拒否", cardNoFunds: "残高不足", cardExpired: "有効期限切れ", cardWrongCvc: "セキュリティコード誤り",
  problem: "お支払いを完了できませんでした", card_declined: "カードが拒否されました。別のカードをお試しください。", insufficient_funds: "カードの残高が不足しています。別のカードをお試しください。",
  expired_card: "カードの有効期限が切れています。別のカードをお試しください。", incorrect_cvc: "セキュリティコードが正しくありません。", processing_error: "カードの処理中にエラーが発生しました。しばらくしてからもう一度お試しください。",
  incorrect_number: "テスト用のカード番号ではありません。", invalid_expiry: "未来の月と年を入力してください（例：12 / 34）。", invalid_cvc: "3 桁または 4 桁のセキュリティコードを入力してください。",
  missing_name: "カード名義人を入力してください。", invalid_email: "有効なメールアドレスを入力してください。", invalid_country: "国または地域を選択してください。",
  expiredTitle: "このお支払いページの有効期限が切れました", expiredText: "請求は発生していません。ショップに戻ってやり直してください。", paidTitle: "お支払い済みです", paidText: "このご注文は支払い済みです。二重に請求されることはありません。", onward: "ご注文の確認へ進む",
  missingTitle: "このお支払いページは存在しません", missingText: "アドレスを確認するか、ショップに戻ってください。",
};
