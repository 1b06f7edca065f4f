# A copy without an idempotency key beside one that has it broke the judge while it told them apart.
0 up payments
0 expect B say=count kind=refund min=1 max=1 within=500
152 begin B
703 happen e10 kind=refund by=B corr=B
707 happen e13 kind=refund by=B tracer=B key=key-9
857 look B
