// Our own list of what people choose first. Only what a rule below does not already catch: the words around which digits and signs are put, and whole phrases.

/** Words that make a common password with whatever digits and signs stand around them: "password2026!!". */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passord contrasena contraseña senha motdepasse parola haslo lozinka sandi katasandi mima mimamima parol пароль 密码 パスワード 비밀번호
  qwerty qwertz azerty qwertyui qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc йцукен
  letmein welcome willkommen bienvenue bienvenido bemvindo admin administrator root login master manager owner guest test tester testing user secret
  changeme default temp temporary passw passwd passcode passphrase access account iloveyou ilove loveyou lovely sweetheart darling princess prince
  sunshine superman batman spiderman pokemon starwars naruto dragon monkey tiger shadow ninja hunter ranger cowboy
  football fussball futbol futebol baseball basketball hockey soccer tennis golf liverpool arsenal chelsea barcelona realmadrid juventus bayern
  michael jennifer jessica daniel charlie thomas andrew matthew alexander maria samantha nicole ashley anthony joshua hannah michelle
  summer winter spring autumn january february march april june july august september october november december monday friday sunday
  computer internet samsung google facebook iphone android windows microsoft apple amazon alibaba aliexpress taobao tmall entrepot entrepôt
  shopping shopper shop market merchant money cash freedom family forever blessed jesus christ angel heaven whatever nothing trustno abc abcd abcdef`.split(/\s+/),
);

/** Whole phrases of ten letters or more, without spaces and signs. */
export const commonPhrases: ReadonlySet<string> = new Set(
  `correcthorsebatterystaple iloveyouforever iloveyousomuch iloveyoubaby mypassword thisismypassword passwordpassword password1password letmeinplease
  letmeinnow opensesame trustnoone nevergiveup godisgood jesuslovesme jesuschrist allahuakbar bismillah inshallah hakunamatata helloworld hellohello
  welcomehome administrator1 supersecret topsecret donttellanyone idontknow whocares iforgot iforgotmypassword forgotpassword resetpassword newpassword
  oldpassword yourpassword nopassword changemenow qwertyqwerty asdfasdfasdf qwerasdfzxcv qweasdzxc123 qwer1234qwer 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y
  zaq12wsxcde3 q1w2e3r4t5 a1b2c3d4e5 aa12345678 abc123abc123 abcd1234abcd asd123asd123 chocolate1 buttercup strawberry basketball1 manchester
  manchesterunited realmadrid1 barcelona1 liverpoolfc cristiano cristianoronaldo ronaldo777 leomessi10 michaeljordan harrypotter starwars1 lordoftherings
  gameofthrones spongebob mickeymouse hellokitty victoria123 alexander1 elizabeth1 jonathan1 christopher christian1 woaini1314 woaini520 5201314520
  147258369a 0987654321 1029384756 3141592653 31415926535 1123581321 12345qwert qwert12345 asdfg12345 zxcvb12345 blink182blink metallica1 california
  newyorkcity losangeles sanfrancisco washington australia indonesia indonesiaraya merdeka1945 brasil2014 flamengo10 corinthians saopaulo1930`.split(/\s+/),
);
