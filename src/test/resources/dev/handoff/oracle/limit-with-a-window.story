# "At most one within 500 ms" is about these 500 ms, as "no" is; "exactly one" counts what comes later, too.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect A say=count kind=refund max=1 within=500 stated=yes
0 expect A say=count kind=refund max=0 within=20 stated=yes
0 expect A say=count kind=refund max=1 within=500
0 expect A say=count kind=refund min=1 max=1 within=500 stated=yes
10 begin A
20 act A name=purchase
60 happen e1 kind=refund by=A corr=A
800 happen e2 kind=refund by=A corr=A
1500 poll events
1500 poll ledger
1501 look A proven=yes
