/** Words that carry no matter of their own, without accents, as reviews often lack them. Negations stay: "nao" turns what it stands before. */
export const ptStopWords: ReadonlySet<string> = new Set(
  `a o as os um uma uns umas ao aos de da do das dos em na no nas nos num numa por pela pelo pelas pelos para pra pro com que se e ou mas porem como quando onde qual quais quem cujo
  eu tu ele ela eles elas nos voce voces me mim te lhe lhes meu meus minha minhas teu tua seu seus sua suas nosso nossa nossos nossas isso isto aquilo esse essa esses essas este esta estes estas aquele aquela aqueles aquelas
  ser sou es somos sao era eram foi foram fui seja sejam sendo sido estar estou estamos estao estava estavam esteve estive ter tenho tem temos tinha tinham teve tive tido haver ha havia houve vai vao vou ir indo fazer faz fez feito fiz
  ja ainda so tambem muito muita muitos muitas mais menos bem mesmo mesma ate desde sobre entre depois ante apos pois porque entao la aqui ali assim tao tudo todo toda todos todas outro outra outros outras cada algum alguma alguns algumas
  pois dia hoje ontem amanha agora sempre apenas dentro fora sem contra durante pode posso podem deve dizer diz disse ver vi dar deu dei q pq vc vcs obrigado obrigada favor gostaria`.split(
    /\s+/,
  ),
);
