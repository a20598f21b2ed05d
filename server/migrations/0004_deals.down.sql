drop table app.deal_stage_history;
drop table app.deal_activities;
drop table app.deal_products;
drop table app.deals;
drop table app.pipeline_stages;
drop table app.pipelines;
