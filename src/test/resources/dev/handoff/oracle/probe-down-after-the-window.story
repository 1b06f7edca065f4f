# A probe that goes down after the window of "no … within" has closed has seen all that it had to see.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect A say=count kind=refund max=0 within=300 stated=yes
10 begin A
20 act A name=purchase
900 down payments
950 up payments
1500 poll events
1500 poll ledger
1501 look A proven=yes
