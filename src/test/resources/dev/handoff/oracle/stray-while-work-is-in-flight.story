# What fits no scenario may be named by an answer that is still on its way: nothing is missing yet.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect A say=count kind=refund min=1 max=1 within=500
10 begin A
20 act A name=purchase
60 happen e1 kind=refund by=A body:refund_id=re_A1
900 look A proven=yes last=yes
1200 answer A body:refund_id=re_A1
1500 poll events
1500 poll ledger
1501 look A proven=yes
